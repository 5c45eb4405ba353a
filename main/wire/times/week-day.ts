const DAYS: readonly (readonly string[])[] = [
  ['sonntag', 'sunday'],
  ['montag', 'monday'],
  ['dienstag', 'tuesday'],
  ['mittwoch', 'wednesday'],
  ['donnerstag', 'thursday'],
  ['freitag', 'friday'],
  ['samstag', 'saturday', 'sonnabend'],
];
/** Not in `Sonntagszeitungen` or `Sunday papers`, which are printed the night before. */
const NAME = new RegExp(
  String.raw`\b(?<name>${DAYS.flat().join('|')})(?!(?:s|['’]s)?[ -]?(?:zeitung|ausgabe|blätter|(?:news)?papers?\b|editions?\b))`,
  'iu',
);
/** `Sa., 6 Uhr`, `0600 GMT SAT`: with a punctuation mark that distinguishes them from words, or in a case that only names have. */
const SHORT = /\b(?:(?:So|Mo|Di|Mi|Do|Fr|Sa)(?=[.,])|(?:SUN|MON|TUE|WED|THU|FRI|SAT|Sun|Mon|Tue|Wed|Thu|Fri|Sat)\b)/u;
/** Not `heute Morgen` or `am Morgen`, which mean the morning. */
const TOMORROW = /\b[Tt]omorrow\b|(?<!heute |am )\bmorgen\b/u;

/** How many days after `from` the day of the week or `tomorrow` in a text is; undefined if it has neither. */
export function daysAhead(text: string, from: Date): number | undefined {
  const day = weekDay(text);
  if (day !== undefined) return (day - from.getUTCDay() + 7) % 7;
  return TOMORROW.test(text) ? 1 : undefined;
}

function weekDay(text: string): number | undefined {
  const name = NAME.exec(text)?.groups?.name?.toLowerCase();
  if (name !== undefined) return DAYS.findIndex((names) => names.includes(name));
  const short = SHORT.exec(text)?.[0].toLowerCase();
  return short === undefined ? undefined : DAYS.findIndex((names) => names.some((one) => one.startsWith(short)));
}
