import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { drawThenFocus } from '../commands/focus.ts';
import { IconButton } from '../common/IconButton.tsx';
import { OpenMenu } from './OpenMenu.tsx';

interface Props {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly className?: string;
  /** The items; `pick` closes the menu, gives the focus back, and does what was chosen. */
  readonly children: (pick: (action: () => void) => void) => ReactNode;
}

/** A button with a menu. */
export function ButtonMenu({ icon, label, className = '', children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () =>
    drawThenFocus(
      () => setOpen(false),
      () => button.current?.focus(),
    );
  const pick = (action: () => void) => {
    close();
    action();
  };
  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        className={className}
        menu={isOpen}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <OpenMenu label={label} at={() => button.current} onClose={close}>
          {children(pick)}
        </OpenMenu>
      )}
    </>
  );
}
