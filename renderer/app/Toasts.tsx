import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../common/IconButton.tsx';
import type { Message } from '../i18n/translate.ts';
import { HostSays } from '../parts/HostSays.tsx';
import { useStores, useTexts } from '../state/context.ts';

interface Props {
  readonly within: 'window' | 'dialog';
}

/**
 * Short messages at the bottom, announced by screen readers. A modal dialog makes the rest of the window inert, so while one
 * is open the messages are shown in it.
 */
export function Toasts({ within }: Props) {
  const { toasts: store, shell } = useStores();
  const covered = useStore(shell, ({ dialog }) => dialog !== undefined) && within === 'window';
  const t = useTexts();
  const { toasts, dismiss } = useStore(store);
  const textOf = ({ key, values, about }: Message & { readonly about?: Message }) =>
    t(key, { ...values, ...(about && { what: t(about.key, about.values) }) });
  return (
    <section className="toasts" aria-label={t('toast.region')} aria-live="polite">
      {(covered ? [] : toasts).map((toast) => {
        const { id, tone, action } = toast;
        return (
          <div key={id} className={`toast toast-${tone}`}>
            {'said' in toast ? <HostSays>{toast.said}</HostSays> : <span>{textOf(toast)}</span>}
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
        );
      })}
    </section>
  );
}
