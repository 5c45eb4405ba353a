export const SOURCE_LINE = /^\s*(?:source|quelle)\s*:\s*(?<name>\S.{0,100}?)\s*$/iu;
/** PR Newswire names the sender below a release, and on its pages also above it. In other texts such a line is a sentence. */
const SENDER_LINE = /^\s*SOURCE\s+(?<name>\p{Lu}.{1,100}?)\s*$/u;
const RELEASED = /\/\s?(?:PR ?Newswire|CNW)[^/\n]{0,40}\//iu;
const PROVIDED = /^\s*news provided by:?\s*$/iu;
/** Lines at the top among which the name stands. */
const TOP_LINES = 12;

export const isBlank = (line: string): boolean => line.trim() === '';

const lastLine = (lines: readonly string[]): string => lines.findLast((line) => !isBlank(line)) ?? '';

/** The sender of a PR Newswire release, from its last line. */
export function senderOf(lines: readonly string[]): string | undefined {
  const name = SENDER_LINE.exec(lastLine(lines))?.groups?.name;
  return name !== undefined && lines.some((line) => RELEASED.test(line)) ? name : undefined;
}

/** Lines without PR Newswire's `News provided by` and the name below it, if the end of the release repeats it. */
export function withoutProvider(lines: readonly string[]): readonly string[] {
  const at = lines.slice(0, TOP_LINES).findIndex((line) => PROVIDED.test(line));
  const name = at < 0 ? -1 : lines.findIndex((line, i) => i > at && !isBlank(line));
  return name < 0 || lines[name]?.trim() !== senderOf(lines) ? lines : lines.filter((_, i) => i !== at && i !== name);
}
