const DAYS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:sonntag|sunday)/iu, 0],
  [/\b(?:montag|monday)/iu, 1],
  [/\b(?:dienstag|tuesday)/iu, 2],
  [/\b(?:mittwoch|wednesday)/iu, 3],
  [/\b(?:donnerstag|thursday)/iu, 4],
  [/\b(?:freitag|friday)/iu, 5],
  [/\b(?:samstag|sonnabend|saturday)/iu, 6],
];
/** Not `heute Morgen` or `am Morgen`, which is another morning. */
const TOMORROW = /\b[Tt]omorrow\b|(?<!heute |am )\bmorgen\b/u;

/** How many days after `from` a text means by the day of the week it names, or by `tomorrow`; undefined where it names neither. */
export function daysAhead(text: string, from: Date): number | undefined {
  const day = DAYS.find(([name]) => name.test(text))?.[1];
  if (day !== undefined) return (day - from.getUTCDay() + 7) % 7;
  return TOMORROW.test(text) ? 1 : undefined;
}
