// Pages that lost their tags join the sentences of two paragraphs: `einlagern."Wir`, `Davos.Dabei`. Two lower-case letters (or
// a bracket) are required before the full stop, so that `z.B.`, `U.S.`, numbers and initials do not match. The patterns start
// with the full stop and look behind, because letters are far more frequent.
const BEFORE_QUOTE = /[.!?](?<=(?:[a-zäöüß]{2}|\))["”“]?[.!?])(?=["„“]\p{L})/gu;
const BEFORE_CAPITAL = /[.!?](?<=(?:[a-zäöüß]{2}|\))["”“]?[.!?])["”“]?(?=[A-ZÄÖÜ])/gu;
const NAME_OF_THE_NET = /https?:|www\.|@|\b[\w-]+\.(?:de|com|org|net|at|ch|eu)\b/i;

/** No paragraph is longer; for each gap all quotes before it are counted. */
const MAX_CHARS = 20_000;

/** Puts the missing space between joined sentences, for display. Web and mail addresses stay as they are. */
export function repairGlue(text: string): string {
  if (text.length > MAX_CHARS || !/[.!?]["”“„]?[\p{Lu}"„“]/u.test(text)) return text;
  return text.replace(BEFORE_QUOTE, apart).replace(BEFORE_CAPITAL, apart);
}

function apart(match: string, at: number, text: string): string {
  const word = text.slice(text.lastIndexOf(' ', at) + 1, nextSpace(text, at));
  if (NAME_OF_THE_NET.test(word)) return match;
  // A straight quote after the full stop may close the sentence before it: those with an even number before them open.
  const after = text[at + match.length];
  if (after === '"' && count(text, at + match.length) % 2 === 1) return match;
  return `${match} `;
}

const nextSpace = (text: string, at: number): number => {
  const end = text.indexOf(' ', at);
  return end < 0 ? text.length : end;
};

function count(text: string, end: number): number {
  let quotes = 0;
  for (let i = 0; i < end; i++) if (text[i] === '"') quotes++;
  return quotes;
}
