import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { focusNow } from './focus-now.ts';

interface Props {
  readonly label: string;
  /** What the menu opens at. */
  readonly at: () => Element | { getBoundingClientRect(): DOMRect } | null;
  /** Closes the menu and gives the focus back. */
  readonly onClose: () => void;
  /** Its items. */
  readonly children: ReactNode;
}

/** An open menu. */
export function OpenMenu({ label, at, onClose, children }: Props) {
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" anchor={at} align="start" sideOffset={4}>
          <Menu.Popup ref={focusNow} className="menu-popup" aria-label={label} finalFocus={false}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
