import type { ListRow } from '../../preload/contract/contract.ts';
import { clockTime, DAY, momentText, timeLeft } from '../common/time.ts';
import { useEmbargo } from '../common/use-embargo.ts';
import { useNow } from '../common/use-now.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { hasNumber } from '../state/article.ts';
import { useClock, useTexts } from '../state/context.ts';

type BadgeSource = Pick<ListRow, 'urgency' | 'status' | 'signal' | 'embargoUntil'> & {
  readonly updated?: boolean;
  readonly later?: string | undefined;
  readonly probable?: boolean | undefined;
  readonly foundIn?: ListRow['foundIn'];
};
interface Badge {
  readonly key: MessageKey;
  readonly values?: Readonly<Record<string, string>>;
  readonly tone: 'flash' | 'urgent' | 'stop' | 'wait' | 'plain';
  /** The time left, which a narrow list leaves out. */
  readonly left?: string;
}

/** Urgency 1 is a flash; urgency 2, and a flash that its agency did not send as the highest ("EIL"), is urgent. */
export function alertOf({ urgency, signal }: Pick<BadgeSource, 'urgency' | 'signal'>): 'flash' | 'urgent' | undefined {
  if (urgency === 1) return 'flash';
  return urgency === 2 || signal === 'flash' ? 'urgent' : undefined;
}

/** What the user has to know before trusting the headline, most important first. */
function badgesOf({ urgency, status, probable, signal, updated }: BadgeSource, embargo: Badge | undefined): Badge[] {
  const alert = alertOf({ urgency, signal });
  return [
    ...(status === 'killed' ? [{ key: probable ? 'row.probablyKilled' : 'row.killed', tone: 'stop' } as const] : []),
    ...(status === 'withheld'
      ? [{ key: probable ? 'row.probablyWithheld' : 'row.withheld', tone: 'stop' } as const]
      : []),
    ...(signal === 'correction' ? [{ key: 'signal.correction', tone: 'plain' } as const] : []),
    ...(alert ? [{ key: `row.${alert}`, tone: alert } as const] : []),
    ...(embargo ? [embargo] : []),
    ...(signal && signal !== 'flash' && signal !== 'correction'
      ? [{ key: `signal.${signal}`, tone: 'plain' } as const]
      : []),
    ...(updated && signal !== 'update' ? [{ key: 'row.updated', tone: 'plain' } as const] : []),
  ];
}

/** The embargo that is in force, with its end (within a day the time alone) and, where there is room, the time left. */
function useEmbargoBadge({ status, embargoUntil }: BadgeSource, isShort: boolean): Badge | undefined {
  const holds = useEmbargo(embargoUntil);
  const clock = useClock();
  const now = useNow();
  if (embargoUntil === undefined) return status === 'embargoed' ? { key: 'row.embargo', tone: 'wait' } : undefined;
  if (!holds) return undefined;
  const isSoon = new Date(embargoUntil).getTime() - now.getTime() < DAY;
  const time = isSoon ? clockTime(embargoUntil, clock) : momentText(new Date(embargoUntil), now, clock);
  const left = isShort ? {} : { left: timeLeft(embargoUntil, now, clock) };
  return { key: 'row.embargoAt', values: { time }, tone: 'wait', ...left };
}

interface BadgesProps {
  readonly of: BadgeSource;
  /** There is little room: an embargo says its end, not the time left. */
  readonly isShort?: boolean;
}

/** The badges of a row or an article. */
export function Badges({ of, isShort = false }: BadgesProps) {
  const t = useTexts();
  const embargo = useEmbargoBadge(of, isShort);
  return (
    <>
      {badgesOf(of, embargo).map(({ key, values, tone, left }) => (
        <span key={key} className={`badge badge-${tone}`}>
          <bdi>{t(key, values)}</bdi>
          {left !== undefined && <bdi className="badge-left">{t('row.embargoLeft', { left })}</bdi>}
        </span>
      ))}
      {of.foundIn !== undefined && (
        <span className="badge badge-plain">
          <bdi>{t(...foundInText(of.foundIn))}</bdi>
        </span>
      )}
      {of.later !== undefined && <LaterBadge later={of.later} />}
    </>
  );
}

/** Where a search has found a dispatch, if not in its shown version. */
function foundInText(foundIn: NonNullable<ListRow['foundIn']>): [MessageKey, Record<string, number>?] {
  if (foundIn === 'note') return ['row.foundInNote'];
  return hasNumber(foundIn.version) ? ['row.foundInVersion', foundIn] : ['row.foundInEarlier'];
}

/** When a dispatch that was put off comes back. */
function LaterBadge({ later }: { readonly later: string }) {
  const t = useTexts();
  const clock = useClock();
  return (
    <span className="badge badge-wait">
      <bdi>{t('later.until', { time: momentText(new Date(later), new Date(), clock) })}</bdi>
    </span>
  );
}
