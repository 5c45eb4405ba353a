import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../common/IconButton.tsx';
import { useReader, useTexts } from '../state/context.ts';

interface Props {
  readonly within: 'window' | 'dialog';
}

/**
 * Short messages at the bottom; screen readers say them as they come. A modal dialog covers the window and makes all of it
 * inert: while one is open, the messages stand in it.
 */
export function Toasts({ within }: Props) {
  const { toasts: store, shell } = useReader();
  const covered = useStore(shell, ({ dialog }) => dialog !== undefined) && within === 'window';
  const t = useTexts();
  const { toasts, dismiss } = useStore(store);
  return (
    <section className="toasts" aria-label={t('toast.region')} aria-live="polite">
      {(covered ? [] : toasts).map(({ id, key, values, tone, action }) => (
        <div key={id} className={`toast toast-${tone}`}>
          <span>{t(key, values)}</span>
          {action && (
            <button
              type="button"
              className="link"
              onClick={() => {
                dismiss(id);
                action.run();
              }}
            >
              {t(action.label.key, action.label.values)}
            </button>
          )}
          <IconButton icon={X} label={t('toast.dismiss')} onClick={() => dismiss(id)} />
        </div>
      ))}
    </section>
  );
}
