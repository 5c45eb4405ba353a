import { Rows3 } from 'lucide-react';
import { useRef, useState } from 'react';
import { drawThenFocus } from '../commands/focus.ts';
import { layoutCommands } from '../commands/layout-commands.ts';
import { densityCommands } from '../commands/view-commands.ts';
import { IconButton } from '../common/IconButton.tsx';
import { CommandMenu } from '../parts/CommandMenu.tsx';
import { useStores, useTexts } from '../state/context.ts';

/** A button with a menu of the looks of this list. */
export function ViewMenu() {
  const stores = useStores();
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () =>
    drawThenFocus(
      () => setOpen(false),
      () => button.current?.focus(),
    );
  return (
    <>
      <IconButton ref={button} icon={Rows3} label={t('view.menu')} onClick={() => setOpen(true)} />
      {isOpen && (
        <CommandMenu
          label={t('view.menu')}
          commands={[...densityCommands, ...layoutCommands]}
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
