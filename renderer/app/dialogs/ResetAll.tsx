import { useStore } from 'zustand';
import { useStores, useTexts } from '../../state/context.ts';
import { resetOf } from './reset-settings.ts';
import { useIsFound } from './settings-search.ts';

/** Puts all settings and shortcuts back to their defaults; the message takes that back. */
export function ResetAll() {
  const { settings: store, toasts } = useStores();
  const t = useTexts();
  const { settings, info, change } = useStore(store);
  const reset = resetOf(settings, info?.locked);
  if (!useIsFound(t('settings.resetAll'), reset !== undefined)) return null;
  const run = () => {
    if (!reset) return;
    void change(reset.change);
    toasts.getState().show({
      key: 'settings.wereReset',
      action: { label: { key: 'toast.undo' }, run: () => void change(reset.back) },
    });
  };
  return (
    <p className="findable">
      <button type="button" className="button" disabled={reset === undefined} onClick={run}>
        {t('settings.resetAll')}
      </button>
    </p>
  );
}
