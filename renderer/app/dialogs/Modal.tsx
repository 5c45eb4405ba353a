import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
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

/**
 * A native modal dialog: the browser keeps the focus inside and restores it afterwards. The element with `data-first` gets the
 * focus when it opens.
 */
export function Modal({ title, className = '', onClose, children }: Props) {
  const { shell } = useStores();
  const t = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = onClose ?? shell.getState().close;
  // In the layout phase: closed after it has left the document, a dialog would not restore the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      element?.close();
      // The element that had the focus before may no longer exist: the focus is then still in here, or nowhere.
      const focused = document.activeElement;
      if (focused === document.body || element?.contains(focused)) focusPane('list');
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={id}
      // Escape: closing goes through the state, which removes the dialog.
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // A click on the element itself is on its backdrop: all content is in the panel.
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className="dialog-panel">
        <header>
          <h2 id={id}>{title}</h2>
          <IconButton icon={X} label={t('dialog.close')} onClick={close} />
        </header>
        {children}
      </div>
      <Toasts within="dialog" />
    </dialog>
  );
}
