import type { Alarm, AlarmCause, Touched } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { sourceName } from '../common/source.ts';
import { isSameDay, momentText } from '../common/time.ts';
import { useEmbargo } from '../common/use-embargo.ts';
import { hasNumber } from '../state/article.ts';
import { useClock, useTexts } from '../state/context.ts';

/** The colours of alarms. */
export type AlarmTone = 'stop' | 'flash' | 'urgent' | 'plain';

const TONES: Readonly<Record<AlarmCause, AlarmTone>> = {
  kill: 'stop',
  withhold: 'stop',
  correction: 'stop',
  version: 'urgent',
  flash: 'flash',
  urgent: 'urgent',
  rule: 'plain',
  later: 'plain',
};

export const toneOf = ({ cause }: Alarm): AlarmTone => TONES[cause];

/** One alarm in a line: why, from whom, the headline, when, and what the user had done with it. */
export function AlarmLine({ alarm, onOpen }: { readonly alarm: Alarm; readonly onOpen: () => void }) {
  const t = useTexts();
  const clock = useClock();
  const { cause, subject, rule } = alarm;
  const embargoed = useEmbargo(subject.embargoUntil) || subject.status === 'embargoed';
  return (
    <>
      <span className={`badge alarm-badge alarm-${toneOf(alarm)}`}>
        <bdi>{cause === 'rule' && rule !== undefined ? rule : t(`alarm.${cause}`)}</bdi>
      </span>
      {embargoed && (
        <span className="badge badge-wait">
          <bdi>{t('row.embargo')}</bdi>
        </span>
      )}
      <span className="alarm-source">
        <Shown text={sourceName(subject.source, t)} />
      </span>
      <button type="button" className="alarm-headline" dir="auto" onClick={onOpen}>
        <Shown text={subject.headline} />
      </button>
      {alarm.touched && <TouchedText touched={alarm.touched} />}
      <time className="alarm-time" dateTime={subject.publishedAt}>
        {momentText(new Date(subject.publishedAt), new Date(), clock)}
      </time>
    </>
  );
}

function TouchedText({ touched: { how, at, by = '', version = 0 } }: { readonly touched: Touched }) {
  const t = useTexts();
  const clock = useClock();
  const now = new Date();
  const time = at === undefined ? '' : momentText(new Date(at), now, clock);
  const isToday = at !== undefined && isSameDay(new Date(at), now, clock);
  // Alarms of earlier versions do not know when something was read or bookmarked.
  const when = at === undefined ? t('touched.before') : t(isToday ? 'touched.at' : 'touched.on', { time });
  const hasVersion = how === 'copied' || how === 'exported' || how === 'read';
  const key = hasVersion && hasNumber(version) ? (`touched.${how}Version` as const) : (`touched.${how}` as const);
  return <span className="alarm-touched">{t(key, { version, time, by, when })}</span>;
}
