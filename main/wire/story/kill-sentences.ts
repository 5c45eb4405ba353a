/** Characters. Kills say so at the beginning. */
const HEAD_CHARS = 2_000;
const MAX_SENTENCES = 6;
export const MAX_SENTENCE_CHARS = 400;

/** Quotations, such as the headline of the killed dispatch. */
const QUOTED = /[„“”"»«][^„“”"»«\n]{1,200}[“”"«»]/gu;
const BRACKETS = /\([^()\n]{12,200}\)/gu;
// What stands before is asked last: most places then fail at their first character.
/** Full stops inside a sentence: `12.30 Uhr`, `Nr. 7`, `3. März`. */
const NO_END =
  /\.(?:(?<=\d\.)(?=\d|\s?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|[jfmasond]\p{Ll}{2,8}\s))|(?<=(?<!\p{L})(?:[Nn]r|lfd|[Nn]o|[Nn]um)\.))/gu;
const END = /\s(?<=[.!?]["“”»«)]?\s)|\n/u;

/** A sentence without what it quotes and what stands in brackets. */
export const bareOf = (sentence: string): string =>
  sentence.slice(0, MAX_SENTENCE_CHARS).replace(QUOTED, '…').replace(BRACKETS, '…').replace(/\s+/gu, ' ');

/** The first sentences of a text. */
export const sentencesOf = (text: string): string[] =>
  text
    .slice(0, HEAD_CHARS)
    .replace(QUOTED, (quotation) => quotation.replace(/[.!?]/gu, ','))
    .replace(NO_END, ':')
    .split(END)
    .filter((sentence) => sentence.trim() !== '')
    .slice(0, MAX_SENTENCES);
