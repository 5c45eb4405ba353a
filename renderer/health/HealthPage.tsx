import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Health, isHarmless } from '../../preload/contract/contract.ts';
import { verifyLibrary } from '../commands/host-actions.ts';
import { runCommand } from '../commands/table.ts';
import { sourceName } from '../common/source.ts';
import { fullDate, fullTime } from '../common/time.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';
import { ArrivalChart } from './ArrivalChart.tsx';
import { BackupSection } from './BackupSection.tsx';
import { bytesText } from './bytes-text.ts';
import { FolderSection } from './FolderSection.tsx';
import { ProblemList } from './ProblemList.tsx';

/** What came when, which sources are silent, what could not be read, and the library itself. */
export function HealthPage() {
  const stores = useStores();
  const t = useTexts();
  const clock = useClock();
  const generation = useStore(stores.sidebar, (state) => state.sidebar?.generation);
  const silent = useStore(stores.sidebar, (state) => state.sidebar?.silent);
  const { problems, loadProblems } = useStore(stores.sidebar);
  const [health, setHealth] = useState<Health>();
  const [verifying, setVerifying] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the library has changed
  useEffect(() => {
    void loadProblems();
    void stores.ask('health.get', {}).then((answer) => answer && setHealth(answer));
  }, [stores, loadProblems, generation]);
  if (!health) return null;
  const pressing = problems.filter(({ reason }) => !isHarmless(reason));
  const harmless = problems.filter(({ reason }) => isHarmless(reason));
  const number = (value: number) => value.toLocaleString(clock.locale);
  const perDay = health.days.map((_, i) => health.sources.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0));
  const sizes = {
    record: bytesText(health.bytes.record, clock.locale),
    index: bytesText(health.bytes.index, clock.locale),
  };
  return (
    <div className="health">
      <section>
        <h3>{t('health.arrivals')}</h3>
        <p>
          {t('health.rates', {
            hour: number(health.lastHour),
            today: number(perDay.at(-1) ?? 0),
            average: number(Math.round(perDay.reduce((a, b) => a + b, 0) / Math.max(1, perDay.length))),
          })}
        </p>
        <ArrivalChart health={health} />
      </section>
      <section>
        <h3>{t('health.silent')}</h3>
        {silent && silent.length > 0 ? (
          <ul>
            {silent.map(({ name, since }) => (
              <li key={name}>
                {sourceName(name, t)}{' '}
                <span className="quiet">{t('health.since', { time: fullTime(since, clock) })}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('health.noSilent')}</p>
        )}
      </section>
      <FolderSection />
      <section>
        <h3>{t('health.problems')}</h3>
        {problems.length === 0 && <p className="quiet">{t('problems.none')}</p>}
        {pressing.length > 0 && (
          <>
            <h4>{t('health.pressing')}</h4>
            <ProblemList problems={pressing} />
          </>
        )}
        {harmless.length > 0 && (
          <details>
            <summary>
              {t('health.harmless')} ({number(harmless.length)})
            </summary>
            <ProblemList problems={harmless} />
          </details>
        )}
      </section>
      <section>
        <h3>{t('health.library')}</h3>
        <p>
          {health.oldest === undefined
            ? t('health.sizeEmpty', sizes)
            : t('health.size', {
                ...sizes,
                dispatches: number(health.dispatches),
                oldest: fullDate(health.oldest, clock),
              })}
        </p>
        <div className="buttons">
          <button
            type="button"
            className="button"
            disabled={verifying}
            onClick={() => {
              setVerifying(true);
              void verifyLibrary(stores).finally(() => setVerifying(false));
            }}
          >
            {t(verifying ? 'health.verifying' : 'health.verify')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              runCommand(stores, 'rebuildIndex');
              stores.toasts.getState().show({ key: 'health.rebuilding' });
            }}
          >
            {t('health.rebuild')}
          </button>
          <button type="button" className="button" onClick={() => runCommand(stores, 'copyDiagnostics')}>
            {t('health.diagnostics')}
          </button>
        </div>
      </section>
      <BackupSection />
    </div>
  );
}
