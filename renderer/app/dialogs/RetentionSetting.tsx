import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { CallOut, Retention } from '../../../preload/contract/contract.ts';
import { fullDate } from '../../common/time.ts';
import { useClock, useStores, useTexts } from '../../state/context.ts';
import { Choice } from './controls.tsx';

type Kind = 'all' | 'days' | 'dispatches';
type Preview = CallOut<'retention.preview'>;

/** The limit offered first, and the largest one the contract allows. */
const SUGGESTED = { days: 365, dispatches: 100_000 } as const;
const MAX = { days: 36_500, dispatches: 100_000_000 } as const;
/** While the user types, the host is asked after this pause only. */
const TYPING_PAUSE_MS = 200;

const kindOf = ({ days, dispatches }: Retention): Kind =>
  days !== undefined ? 'days' : dispatches !== undefined ? 'dispatches' : 'all';
const limitOf = (kind: Kind, count: number): Retention => (kind === 'all' ? {} : { [kind]: count });
const same = (a: Retention, b: Retention) => a.days === b.days && a.dispatches === b.dispatches;

/** What a limit would remove now; undefined until the host has answered. */
function usePreview(kind: Kind, count: number): Preview | undefined {
  const { ask } = useStores();
  const [preview, setPreview] = useState<Preview>();
  useEffect(() => {
    setPreview(undefined);
    if (kind === 'all' || count < 1) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await ask('retention.preview', limitOf(kind, count));
      if (isCurrent) setPreview(answer);
    }, TYPING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, kind, count]);
  return preview;
}

function Consequences({ preview }: { readonly preview: Preview | undefined }) {
  const t = useTexts();
  const clock = useClock();
  if (!preview) return <p>{t('retention.counting')}</p>;
  const { goes, stays, before } = preview;
  return (
    <>
      <p>
        <strong>{t(goes === 0 ? 'retention.nothing' : 'retention.goes', { count: goes })}</strong>{' '}
        {goes > 0 && before !== undefined && t('retention.before', { time: fullDate(before, clock) })}
      </p>
      {stays > 0 && <p>{t('retention.stays', { count: stays })}</p>}
      <p>{t('retention.always')}</p>
    </>
  );
}

/** How much the library keeps. A new limit shows what it would remove, and applies only once the user turns it on. */
export function RetentionSetting() {
  const { settings } = useStores();
  const t = useTexts();
  const { retention } = useStore(settings, (state) => state.settings);
  const [kind, setKind] = useState(kindOf(retention));
  const [count, setCount] = useState(retention.days ?? retention.dispatches ?? SUGGESTED.days);
  const preview = usePreview(kind, count);
  const id = useId();
  const save = (next: Retention) => void settings.getState().change({ retention: next });
  const isOn = same(retention, limitOf(kind, count));
  return (
    <>
      <Choice
        label={t('settings.retention')}
        value={kind}
        options={[
          ['all', t('retention.all')],
          ['days', t('retention.days')],
          ['dispatches', t('retention.dispatches')],
        ]}
        onChange={(chosen) => {
          setKind(chosen);
          if (chosen === 'all') save({});
          else setCount(retention[chosen] ?? SUGGESTED[chosen]);
        }}
      />
      {kind !== 'all' && (
        <div className="retention">
          <div className="setting">
            <label htmlFor={id}>{t(`retention.${kind}.count`)}</label>
            <input
              id={id}
              type="number"
              min={1}
              max={MAX[kind]}
              value={count > 0 ? count : ''}
              onChange={({ target }) => setCount(Math.min(MAX[kind], Math.max(0, Math.floor(Number(target.value)))))}
            />
          </div>
          <div aria-live="polite">
            {isOn ? <p>{t('retention.always')}</p> : count > 0 && <Consequences preview={preview} />}
          </div>
          <div className="buttons">
            {isOn ? (
              <span className="quiet">{t('retention.on')}</span>
            ) : (
              <button type="button" className="button" disabled={!preview} onClick={() => save(limitOf(kind, count))}>
                {t(preview && preview.goes > 0 ? 'retention.removeAndTurnOn' : 'retention.turnOn')}
              </button>
            )}
          </div>
        </div>
      )}
    </>
  );
}
