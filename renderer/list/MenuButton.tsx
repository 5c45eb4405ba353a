import type { LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Command } from '../commands/command.ts';
import { drawThenFocus } from '../commands/focus.ts';
import { IconButton } from '../common/IconButton.tsx';
import { CommandMenu } from '../parts/CommandMenu.tsx';
import { useStores } from '../state/context.ts';

interface Props {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly commands: readonly Command[];
}

/** A button with a menu of commands. */
export function MenuButton({ icon, label, commands }: Props) {
  const stores = useStores();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () =>
    drawThenFocus(
      () => setOpen(false),
      () => button.current?.focus(),
    );
  return (
    <>
      <IconButton ref={button} icon={icon} label={label} onClick={() => setOpen(true)} />
      {isOpen && (
        <CommandMenu
          label={label}
          commands={commands}
          at={() => button.current ?? document.body}
          onPick={(command) => {
            close();
            command.run(stores);
          }}
          onClose={close}
        />
      )}
    </>
  );
}
