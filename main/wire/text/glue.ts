// Pages that lost their tags join the sentences of two paragraphs: `einlagern."Wir`, `Davos.Dabei`. Two lower-case letters (or
// a bracket) are required before the full stop, so that `z.B.`, `U.S.`, numbers and initials do not match. The patterns start
// with the full stop and look behind, because letters are far more frequent.
const BEFORE_QUOTE = /[.!?](?<=(?:[a-zäöüß]{2}|\))["”“]?[.!?])(?=["„“]\p{L})/gu;
const BEFORE_CAPITAL = /[.!?](?<=(?:[a-zäöüß]{2}|\))["”“]?[.!?])["”“]?(?=[A-ZÄÖÜ])/gu;
const NAME_OF_THE_NET = /https?:|www\.|@|\b[\w-]+\.(?:de|com|org|net|at|ch|eu)\b/i;

/** No paragraph is longer. */
const MAX_CHARS = 20_000;
/** Characters of an address before and behind a full stop in it. */
const MAX_ADDRESS_CHARS = 120;

/** Puts the missing space between joined sentences, for display. Web and mail addresses stay as they are. */
export function repairGlue(text: string): string {
  if (text.length > MAX_CHARS || !/[.!?]["”“„]?[\p{Lu}"„“]/u.test(text)) return text;
  return text.replace(BEFORE_QUOTE, apart()).replace(BEFORE_CAPITAL, apart());
}

/** The replacement of the gaps of one text, which come in their order. */
function apart(): (match: string, at: number, text: string) => string {
  let counted = 0;
  let quotes = 0;
  return (match, at, text) => {
    if (NAME_OF_THE_NET.test(wordAround(text, at))) return match;
    const end = at + match.length;
    // A straight quote after the full stop may close the sentence before it: those with an even number before them open.
    if (text[end] === '"') {
      for (; counted < end; counted += 1) if (text[counted] === '"') quotes += 1;
      if (quotes % 2 === 1) return match;
    }
    return `${match} `;
  };
}

function wordAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MAX_ADDRESS_CHARS), at);
  const behind = text.slice(at, at + MAX_ADDRESS_CHARS);
  return before.slice(before.lastIndexOf(' ') + 1) + behind.split(' ', 1)[0];
}
