import { useStore } from 'zustand';
import type { ProblemRow } from '../../preload/contract/contract.ts';
import { messageKey } from '../../preload/contract/messages.ts';
import { filePlace } from '../common/file-place.ts';
import { fullTime } from '../common/time.ts';
import { HostSays } from '../parts/HostSays.tsx';
import { useClock, useStores, useTexts } from '../state/context.ts';

/** Files that could not be read, why, and what can be done. */
export function ProblemList({ problems }: { readonly problems: readonly ProblemRow[] }) {
  const { sidebar, settings } = useStores();
  const t = useTexts();
  const clock = useClock();
  const folders = useStore(settings, ({ info }) => info?.wireFolders);
  const retry = useStore(sidebar, (state) => state.retry);
  return (
    <ul className="problems">
      {problems.map(({ path, reason, message, at, size }) => (
        <li key={`${path} ${messageKey(message)}`}>
          <div>
            <code className="path">{filePlace(path, folders)}</code>
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
            aria-label={t('problems.retryFile', { path: filePlace(path, folders) })}
            onClick={() => void retry(path)}
          >
            {t('problems.retry')}
          </button>
        </li>
      ))}
    </ul>
  );
}
