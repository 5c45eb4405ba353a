import type { Hit, Mark, RichText } from '../../preload/contract/contract.ts';
import type { StandingHit } from '../../preload/text/standing-words.ts';

/** A part of a text with the same style throughout. */
export interface TextRun {
  /** UTF-16 offset into the text. */
  readonly at: number;
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hit: boolean;
  /** The colour of a standing word. */
  readonly colour?: number;
  readonly href?: string;
}

const covers = (from: number, to: number) => (mark: { readonly from: number; readonly to: number }) =>
  mark.from <= from && mark.to >= to;

/** Splits a text wherever a mark or hit begins or ends, so that they may overlap in any way. */
export function textRuns(
  { text, marks = [] }: RichText,
  hits: readonly Hit[] = [],
  standing: readonly StandingHit[] = [],
): TextRun[] {
  const spans = hits.map(([from, to]) => ({ from, to }));
  const words = standing.map(({ hit: [from, to], colour }) => ({ from, to, colour }));
  const within = (at: number) => Math.max(0, Math.min(text.length, at));
  const ends = [...marks, ...spans, ...words].flatMap(({ from, to }) => [within(from), within(to)]);
  const cuts = [...new Set([0, ...ends, text.length])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, n) => {
    const from = cuts[n] ?? 0;
    const here = marks.filter(covers(from, to));
    const has = (kind: Mark['kind']) => here.some((mark) => mark.kind === kind);
    const href = here.find((mark) => mark.kind === 'link' && mark.href !== undefined)?.href;
    const colour = words.find(covers(from, to))?.colour;
    return {
      at: from,
      text: text.slice(from, to),
      bold: has('bold'),
      italic: has('italic'),
      hit: spans.some(covers(from, to)),
      ...(colour !== undefined && { colour }),
      ...(href !== undefined && { href }),
    };
  });
}
