import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { focusPane } from '../../commands/focus.ts';
import { IconButton } from '../../common/IconButton.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import { Toasts } from '../Toasts.tsx';

interface Props {
  readonly title: string;
  readonly className?: string;
  /** Instead of only closing, for Escape, the cross and a click beside the dialog. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** A modal dialog. The element with `data-first`, or else the dialog itself, gets the focus when it opens. */
export function Modal({ title, className = '', onClose, children }: Props) {
  const { shell } = useStores();
  const t = useTexts();
  const close = onClose ?? shell.getState().close;
  return (
    // The window itself never scrolls: it needs no lock.
    <Dialog.Root open modal="trap-focus" onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className={`dialog ${className}`} initialFocus={false} finalFocus={false}>
          <Panel>
            <header>
              <Dialog.Title>{title}</Dialog.Title>
              <IconButton icon={X} label={t('dialog.close')} onClick={close} />
            </header>
            {children}
          </Panel>
          <Toasts within="dialog" />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/**
 * What is in the dialog. It takes the focus as it appears and gives it back as it goes: the library does both later, and what
 * is typed until then would run commands of the window.
 */
function Panel({ children }: { readonly children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const dialog = panel.current?.parentElement;
    const before = document.activeElement;
    (dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog)?.focus();
    return () => {
      if (before instanceof HTMLElement && before !== document.body && before.isConnected)
        before.focus({ preventScroll: true });
      else focusPane('list');
    };
  }, []);
  return (
    <div ref={panel} className="dialog-panel">
      {children}
    </div>
  );
}
