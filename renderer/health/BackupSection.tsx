import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Backups } from '../../preload/contract/contract.ts';
import { makeBackup } from '../commands/host-actions.ts';
import { fullTime } from '../common/time.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';
import { bytesText } from './bytes-text.ts';

/** The backups that are there, a new one, and the way back. */
export function BackupSection() {
  const stores = useStores();
  const t = useTexts();
  const clock = useClock();
  const daily = useStore(stores.settings, (state) => state.settings.dailyBackup);
  const [backups, setBackups] = useState<Backups>();
  const [busy, setBusy] = useState(false);
  const load = useCallback(() => stores.ask('backup.get', {}).then((answer) => answer && setBackups(answer)), [stores]);
  useEffect(() => void load(), [load]);
  const during = async (run: () => Promise<unknown>) => {
    setBusy(true);
    await run();
    await load();
    setBusy(false);
  };
  const restore = (name: string, mode: 'replace' | 'merge') =>
    during(async () => {
      const answer = await stores.ask('backup.restore', { name, mode });
      const { show } = stores.toasts.getState();
      if (answer?.reason) show({ said: answer.reason, tone: 'error' });
      else if (answer?.dispatches !== undefined) show({ key: 'backup.merged', values: { count: answer.dispatches } });
    });
  const chooseFolder = async () => {
    const answer = await stores.ask('backup.folder', {});
    if (answer?.reason) stores.toasts.getState().show({ said: answer.reason, tone: 'error' });
  };
  if (!backups) return null;
  return (
    <section aria-label={t('backup.title')}>
      <h3>{t('backup.title')}</h3>
      {backups.staged && (
        <div className="backup-staged" role="status">
          <p>{t('backup.staged')}</p>
          <button type="button" className="button-main" onClick={() => void stores.ask('app.restart', {})}>
            {t('backup.restart')}
          </button>
          <button type="button" className="button" onClick={() => void during(() => stores.ask('backup.cancel', {}))}>
            {t('backup.cancel')}
          </button>
        </div>
      )}
      <p className="quiet">{t('backup.where', { folder: backups.folder })}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={daily}
          onChange={(event) => void stores.settings.getState().change({ dailyBackup: event.target.checked })}
        />{' '}
        {t('backup.daily')}
      </label>
      {backups.backups.length === 0 ? (
        <p className="quiet">{t('backup.none')}</p>
      ) : (
        <>
          <p className="quiet">{t('backup.explain')}</p>
          <ul className="backups">
            {backups.backups.map(({ name, at, bytes }) => (
              <li key={name}>
                <span>
                  {fullTime(at, clock)} <span className="quiet">{bytesText(bytes, clock.locale)}</span>
                </span>
                <button
                  type="button"
                  className="button"
                  disabled={busy}
                  aria-label={t('backup.mergeOf', { name })}
                  onClick={() => void restore(name, 'merge')}
                >
                  {t('backup.merge')}
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={busy || backups.staged}
                  aria-label={t('backup.replaceBy', { name })}
                  onClick={() => void restore(name, 'replace')}
                >
                  {t('backup.replace')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        <button type="button" className="button" onClick={() => void during(chooseFolder)}>
          {t('backup.folder')}
        </button>
        <button
          type="button"
          className="button-main"
          disabled={busy}
          onClick={() => void during(() => makeBackup(stores))}
        >
          {t(busy ? 'backup.making' : 'backup.make')}
        </button>
      </div>
    </section>
  );
}
