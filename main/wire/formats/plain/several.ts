import { dateline } from '../../text/dateline.ts';

const SEPARATOR = /^\s*(?:\+{3,10}|\*{3,10}|[-=_]{5,80}|(?:\* ){2,10}\*)\s*$/u;
const MAX_TITLE_CHARS = 160;

/** Lines above the first headline: markers, a source. */
const MAX_ABOVE = 3;

const isTitle = (line: string): boolean =>
  line.length <= MAX_TITLE_CHARS &&
  /\p{L}{2}/u.test(line) &&
  !/[.:;,]["”“»]?\s*$/u.test(line) &&
  !dateline(line)?.agency;

/**
 * The stories of a text: a headline above a dateline that names an agency starts each of them. All of the text where it holds one
 * story, or begins with something else.
 */
export function splitStories(lines: readonly string[]): readonly (readonly string[])[] {
  const rows = lines.flatMap((line, row) => (line.trim() === '' || SEPARATOR.test(line) ? [] : [row]));
  const starts = rows.filter((row, i) => {
    const next = rows[i + 1];
    const before = lines[row - 1] ?? '';
    if (next === undefined || (before.trim() !== '' && !SEPARATOR.test(before))) return false;
    return isTitle(lines[row] ?? '') && dateline(lines[next] ?? '')?.agency !== undefined;
  });
  if (starts.length < 2 || rows.indexOf(starts[0] ?? 0) > MAX_ABOVE) return [lines];
  return starts.map((start, i) => {
    const part = lines.slice(i === 0 ? 0 : start, starts[i + 1]);
    const last = part.findLastIndex((line) => line.trim() !== '' && !SEPARATOR.test(line));
    return part.slice(0, last + 1);
  });
}
