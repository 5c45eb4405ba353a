import type { SearchError } from '../../../../preload/contract/contract.ts';

/** A token of a search and its position. */
export interface Token {
  readonly at: number;
  readonly kind: 'word' | 'phrase' | 'field' | '(' | ')' | 'and' | 'or' | 'not' | 'minus';
  readonly text: string;
  /** Of a phrase: how many other words may be between its words, in any order. */
  readonly near?: number;
}

/** Thrown within this folder only: `understand` makes an error value of it. */
export class Misunderstood extends Error {
  readonly at: number;
  readonly reason: SearchError['reason'];
  constructor(at: number, reason: SearchError['reason']) {
    super(reason);
    this.at = at;
    this.reason = reason;
  }
}

const JOINERS: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['UND', 'and'],
  ['OR', 'or'],
  ['ODER', 'or'],
  ['NOT', 'not'],
  ['NICHT', 'not'],
]);

/** Quotes as typed, as word processors change them, and as German and French copy has them. */
const QUOTES: readonly { readonly opens: RegExp; readonly closes: RegExp }[] = [
  { opens: /^["„“”]/, closes: /["“”]/ },
  { opens: /^[»«]/, closes: /[»«]/ },
];
const WORD = /^[^\s()"„“”»«]+/;
/** Behind a phrase. */
const NEAR = /^~(\d{1,3})(?=[\s()]|$)/;
/** A minus or a dash. */
const MINUS = /^[-–−](?=\S)/;

/** Splits a search into tokens. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token = next(rest, at, tokens.at(-1), text);
    tokens.push(token.token);
    at += token.length;
  }
  return tokens;
}

function next(rest: string, at: number, before: Token | undefined, text: string): { token: Token; length: number } {
  const first = rest.charAt(0);
  if (first === '(' || first === ')') return { token: { at, kind: first, text: first }, length: 1 };
  const quotes = QUOTES.find(({ opens }) => opens.test(first));
  if (quotes) {
    const end = rest.slice(1).search(quotes.closes);
    if (end < 0) throw new Misunderstood(at, 'phrase-open');
    const phrase: Token = { at, kind: 'phrase', text: rest.slice(1, end + 1) };
    const near = NEAR.exec(rest.slice(end + 2));
    if (!near) return { token: phrase, length: end + 2 };
    return { token: { ...phrase, near: Number(near[1]) }, length: end + 2 + near[0].length };
  }
  const startsWord = at === 0 || /[\s()]/.test(text.charAt(at - 1)) || before?.kind === 'phrase';
  if (startsWord && MINUS.test(rest)) {
    return { token: { at, kind: 'minus', text: '-' }, length: 1 };
  }
  const field = /^(\p{L}+):/u.exec(rest);
  if (field?.[1] && before?.kind !== 'field') {
    return { token: { at, kind: 'field', text: field[1] }, length: field[0].length };
  }
  const word = WORD.exec(rest)?.[0] ?? first;
  const joiner = JOINERS.get(word);
  return { token: { at, kind: joiner ?? 'word', text: word }, length: word.length };
}
