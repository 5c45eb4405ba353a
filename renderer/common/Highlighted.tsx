import type { Hit } from '../../preload/contract/contract.ts';
import type { StandingHit } from '../../preload/text/standing-words.ts';
import { Shown } from './Shown.tsx';

interface Part {
  readonly text: string;
  readonly hit: boolean;
  readonly at: number;
  /** The colour of a standing word. */
  readonly colour?: number;
}

const NO_STANDING: readonly StandingHit[] = [];

/**
 * Splits text into parts that are a hit and parts that are not; `at` is a part's offset. Hits that overlap or lie outside the
 * text are dropped, and so are standing words that overlap a hit.
 */
export function cutAtHits(text: string, hits: readonly Hit[], standing = NO_STANDING): Part[] {
  const spans = [
    ...hits.map(([from, to]) => ({ from, to, colour: undefined })),
    ...standing
      .map(({ hit: [from, to], colour }) => ({ from, to, colour }))
      .filter((one) => hits.every(([from, to]) => one.to <= from || one.from >= to)),
  ];
  const parts: Part[] = [];
  let done = 0;
  for (const { from, to, colour } of spans.sort((a, b) => a.from - b.from)) {
    if (from < done || to <= from || to > text.length) continue;
    if (from > done) parts.push({ text: text.slice(done, from), hit: false, at: done });
    const part = { text: text.slice(from, to), hit: colour === undefined, at: from };
    parts.push(colour === undefined ? part : { ...part, colour });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), hit: false, at: done });
  return parts;
}

const NO_GAP = /[\p{L}\p{M}\p{N}]/u;

/** Whether a part of a text is one whole word. */
const isWord = (text: string, at: number, part: string): boolean =>
  !/\s/.test(part) && !NO_GAP.test(text[at - 1] ?? '') && !NO_GAP.test(text[at + part.length] ?? '');

interface Props {
  readonly text: string;
  readonly hits?: readonly Hit[] | undefined;
  readonly standing?: readonly StandingHit[] | undefined;
}

/** Text with its search hits and standing words highlighted. */
export function Highlighted({ text, hits = [], standing }: Props) {
  return cutAtHits(text, hits, standing).map(({ text: part, hit, at, colour }) => {
    const shown = <Shown key={at} text={part} />;
    if (hit)
      return (
        <mark key={at} className={isWord(text, at, part) ? 'mark-word' : undefined}>
          {shown}
        </mark>
      );
    if (colour === undefined) return shown;
    return (
      <mark key={at} className={`standing standing-${colour}`}>
        {shown}
      </mark>
    );
  });
}
