import type { Hit } from '../../preload/contract/contract.ts';
import { Shown } from './Shown.tsx';

/** Splits text into parts that are a hit and parts that are not; `at` is a part's offset. Hits that overlap or lie outside the text are dropped. */
export function cutAtHits(text: string, hits: readonly Hit[]): { text: string; hit: boolean; at: number }[] {
  const parts: { text: string; hit: boolean; at: number }[] = [];
  let done = 0;
  for (const [from, to] of [...hits].sort(([a], [b]) => a - b)) {
    if (from < done || to <= from || to > text.length) continue;
    if (from > done) parts.push({ text: text.slice(done, from), hit: false, at: done });
    parts.push({ text: text.slice(from, to), hit: true, at: from });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), hit: false, at: done });
  return parts;
}

/** Text with its search hits highlighted. */
export function Highlighted({
  text,
  hits = [],
}: {
  readonly text: string;
  readonly hits?: readonly Hit[] | undefined;
}) {
  return cutAtHits(text, hits).map((part) => {
    const shown = <Shown key={part.at} text={part.text} />;
    return part.hit ? <mark key={part.at}>{shown}</mark> : shown;
  });
}
