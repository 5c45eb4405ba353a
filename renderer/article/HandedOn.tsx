import type { Article } from '../../preload/contract/contract.ts';
import { momentText } from '../common/time.ts';
import { useNow } from '../common/use-now.ts';
import { hasNumber } from '../state/article.ts';
import { useClock, useTexts } from '../state/context.ts';

/** When the dispatch was copied and exported last, and in which version. */
export function HandedOn({ article: { status } }: { readonly article: Article }) {
  const t = useTexts();
  const clock = useClock();
  const now = useNow();
  const traces = (['copied', 'exported'] as const).flatMap((how) => {
    const last = status[how];
    if (!last) return [];
    const time = momentText(new Date(last.time), now, clock);
    return hasNumber(last.version)
      ? [t(`trace.${how}Version`, { time, version: last.version })]
      : [t(`trace.${how}`, { time })];
  });
  return traces.length === 0 ? null : <p className="handed-on quiet">{traces.join(' · ')}</p>;
}
