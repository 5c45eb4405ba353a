import { useId } from 'react';
import type { Dispatch } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { fullTime } from '../common/time.ts';
import { useClock, useTexts } from '../state/context.ts';

/** When a dispatch was published. Under the pointer or the focus it shows the second and the zone, UTC, and when it came. */
export function ExactTime({ dispatch }: { readonly dispatch: Dispatch }) {
  const t = useTexts();
  const clock = useClock();
  const id = useId();
  const { publishedAt, publishedRaw, receivedAt } = dispatch;
  const rows: [string, string | undefined][] = [
    [t('time.published'), fullTime(publishedAt, clock, 'long')],
    [t('time.utc'), fullTime(publishedAt, { ...clock, zone: 'UTC' }, 'long')],
    [t('article.received'), fullTime(receivedAt, clock, 'long')],
    [t('article.timeRaw'), publishedRaw],
  ];
  return (
    <span className="exact-time">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard shows what the pointer does */}
      <time dateTime={publishedAt} tabIndex={0} aria-describedby={id}>
        {fullTime(publishedAt, clock, 'short')}
      </time>
      <span role="tooltip" id={id} className="exact-times">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <span key={name} className="exact-row">
              <span>{name}</span> <Shown text={value ?? ''} />
            </span>
          ))}
      </span>
    </span>
  );
}
