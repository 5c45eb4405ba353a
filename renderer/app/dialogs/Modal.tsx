import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { focusPane } from '../../commands/focus.ts';
import { IconButton } from '../../common/IconButton.tsx';
import { useReader, useTexts } from '../../state/context.ts';
import { Toasts } from '../Toasts.tsx';

interface Props {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A native modal dialog: the browser keeps the focus in it and gives it back afterwards. What is to have it first carries
 * `data-first`.
 */
export function Modal({ title, className = '', children }: Props) {
  const { shell } = useReader();
  const t = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = shell.getState().close;
  // In the layout phase, since an element that has left the document gives no focus back when it is closed.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      element?.close();
      // What had the focus before may be gone, or have been nothing: then it is still in here, or nowhere.
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
      // Escape: the state decides, and taking the dialog away closes it.
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // A click on the element itself is one on its backdrop: everything inside lies in the panel.
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
