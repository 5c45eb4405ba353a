import { useEffect } from 'react';
import { useStore } from 'zustand';
import { messageKey } from '../../../preload/contract/messages.ts';
import { openFolder } from '../../commands/host-actions.ts';
import { fullTime } from '../../common/time.ts';
import { HostSays } from '../../parts/HostSays.tsx';
import { useClock, useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** The files that could not be read, why, and what can be done. */
export function ProblemsDialog() {
  const stores = useStores();
  const t = useTexts();
  const clock = useClock();
  const { problems, loadProblems, retry } = useStore(stores.sidebar);
  useEffect(() => {
    void loadProblems();
  }, [loadProblems]);
  return (
    <Modal title={t('problems.title')} className="dialog-wide">
      <p className="quiet">{t(problems.length === 0 ? 'problems.none' : 'problems.text')}</p>
      <ul className="problems">
        {problems.map(({ path, reason, message, at, size }) => (
          <li key={`${path} ${messageKey(message)}`}>
            <div>
              <code className="path">{path}</code>
              <p>
                <strong>{t(`problem.${reason}`)}</strong> {t(`problem.${reason}.advice`)}
              </p>
              <p className="quiet">
                <HostSays>{message}</HostSays> · {fullTime(at, clock)} ·{' '}
                {size.toLocaleString(clock.locale, {
                  style: 'unit',
                  unit: 'byte',
                  notation: 'compact',
                  unitDisplay: 'narrow',
                })}
              </p>
            </div>
            <button
              type="button"
              className="button"
              aria-label={t('problems.retryFile', { path })}
              onClick={() => void retry(path)}
            >
              {t('problems.retry')}
            </button>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void openFolder(stores)}>
          {t('folder.open')}
        </button>
      </div>
    </Modal>
  );
}
