import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../common/IconButton.tsx';
import { useReader, useTexts } from '../state/context.ts';

/** Short messages at the bottom; screen readers say them as they come. */
export function Toasts() {
  const { toasts: store } = useReader();
  const t = useTexts();
  const { toasts, dismiss } = useStore(store);
  return (
    <section className="toasts" aria-label={t('toast.region')} aria-live="polite">
      {toasts.map(({ id, key, values, tone, action }) => (
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
