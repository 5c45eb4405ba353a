import type { Block } from '../dispatch.ts';
import { oneLine } from '../markup/markup.ts';
import { bodyText } from '../normalise.ts';

/** Characters. Nothing longer is a headline, whatever a file calls it. */
export const MAX_HEADLINE_CHARS = 500;
/** Characters of a sentence used as the headline. */
const MAX_SENTENCE_CHARS = 200;

/** A headline of at most {@link MAX_HEADLINE_CHARS}, cut at a space. */
export const shortHeadline = (headline: string): string =>
  headline.length <= MAX_HEADLINE_CHARS ? headline : cut(headline, MAX_HEADLINE_CHARS);

const cut = (text: string, length: number): string => `${text.slice(0, length).replace(/\s\S*$/, '')} …`;

/** The first sentence of a body, shortened to that of a headline; undefined where no sentence ends. */
export function firstSentence(body: readonly Block[]): string | undefined {
  // `20. November` and `U.S. Senate` go on.
  return short(openingLine(body)?.match(/^.{20,}?(?:[!?]|(?<!\s\d{1,2}|\b\p{Lu})\.)["”“»]?(?=\s|$)/u)?.[0]);
}

/** The beginning of a body without sentences, as long as a headline may be; undefined where there is no text. */
export const beginning = (body: readonly Block[]): string | undefined => short(openingLine(body));

const openingLine = (body: readonly Block[]): string | undefined =>
  oneLine(bodyText(body.slice(0, 3)).slice(0, 1000).replaceAll('\n', ' '));

const short = (text: string | undefined): string | undefined =>
  text === undefined || text.length <= MAX_SENTENCE_CHARS ? text : cut(text, MAX_SENTENCE_CHARS);
