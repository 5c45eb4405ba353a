// Pages that lost their tags glue the sentences of two paragraphs together: `einlagern."Wir`, `Davos.Dabei`. Two
// lower-case letters (or a bracket) in front spare `z.B.`, `U.S.`, numbers and initials.
// The full stop comes first in the patterns, and what has to stand in front of it behind: letters are everywhere.
const BEFORE_QUOTE = /[.!?](?<=(?:[a-zäöüß]{2}|\))["”“]?[.!?])(?=["„“]\p{L})/gu;
const BEFORE_CAPITAL = /[.!?](?<=(?:[a-zäöüß]{2}|\))["”“]?[.!?])["”“]?(?=[A-ZÄÖÜ])/gu;
const NAME_OF_THE_NET = /https?:|www\.|@|\b[\w-]+\.(?:de|com|org|net|at|ch|eu)\b/i;

/** Characters. */
const MAX_CHARS = 20_000;

/** Glued sentences apart again, for display; web and mail addresses stay as they are. */
export function repairGlue(text: string): string {
  // Longer than any paragraph: nobody reads it, and every quote in it would be counted again for each gap.
  if (text.length > MAX_CHARS || !/[.!?]["”“„]?[\p{Lu}"„“]/u.test(text)) return text;
  return text.replace(BEFORE_QUOTE, apart).replace(BEFORE_CAPITAL, apart);
}

function apart(match: string, at: number, text: string): string {
  const word = text.slice(text.lastIndexOf(' ', at) + 1, nextSpace(text, at));
  if (NAME_OF_THE_NET.test(word)) return match;
  // A straight quote after the full stop may close the sentence before it: an odd one of the paragraph opens.
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
