import type { SearchError } from '../../../../preload/contract/contract.ts';
import { FIELDS, languageTag, stateTerm, topicTerm } from './names.ts';
import type { Search } from './search.ts';
import { Misunderstood, type Token } from './tokens.ts';

const HOLDS_A_WORD = /[\p{L}\p{N}]/u;

/** A word or phrase as a search of its own. */
export function textTerm(token: Token): Search {
  if (token.kind === 'phrase') {
    if (!HOLDS_A_WORD.test(token.text)) throw new Misunderstood(token.at, 'nothing-to-find');
    return token.near === undefined ? { kind: 'phrase', text: token.text } : nearTerm(token, token.near);
  }
  const suffix = token.text.startsWith('*');
  const prefix = token.text.endsWith('*');
  const text = token.text.replace(/^\*+|(?<!\*)\*+$/g, '');
  if (!HOLDS_A_WORD.test(text)) throw new Misunderstood(token.at, 'nothing-to-find');
  if (suffix && text.length < 3) throw new Misunderstood(token.at, 'suffix-short');
  return { kind: 'word', text, prefix, suffix };
}

/** `"a b"~5`: FTS5 takes a word that folding divides as a phrase. */
function nearTerm({ text }: Token, distance: number): Search {
  const words = text.split(/\s+/).filter((word) => HOLDS_A_WORD.test(word));
  return words.length < 2 ? { kind: 'phrase', text } : { kind: 'near', words, distance };
}

/** `field:value` as a search of its own; `today` is a moment of the present day. */
export function fieldTerm(field: Token, value: Token, today: Date): Search {
  if (value.text.trim() === '') throw new Misunderstood(value.at, 'value-missing');
  const name = FIELDS.get(field.text.toLowerCase());
  switch (name) {
    case 'headline':
    case 'body':
    case 'place':
    case 'note':
      return { kind: 'in', column: name, of: textTerm(value) };
    case 'source':
    case 'category':
    case 'tag':
    case 'number':
      return { kind: name, value: value.text };
    case 'language':
      return { kind: name, value: languageTag(value.text) };
    case 'topic':
      return topicTerm(value);
    case 'is':
      return stateTerm(value, today);
    case 'date':
      return dateTerm(value, today);
    case 'urgency':
      return urgencyTerm(value);
    case 'version':
      return versionTerm(value);
    default:
      throw new Misunderstood(field.at, 'field-unknown');
  }
}

function urgencyTerm(value: Token): Search {
  if (/\d\d/.test(value.text)) throw new Misunderstood(value.at, 'urgency-unknown');
  const { from, to } = rangeOf(value, 'urgency-unknown');
  return { kind: 'urgency', from, to: Math.min(to, LEAST_URGENT) };
}

const LEAST_URGENT = 9;

function versionTerm(value: Token): Search {
  return { kind: 'version', ...rangeOf(value, 'version-unknown') };
}

/** `3`, `<=3`, `2..4` and the like, both ends inclusive. */
function rangeOf(value: Token, unknown: SearchError['reason']): { from: number; to: number } {
  const [from, to] = numbersOf(value, unknown);
  if (from > to) throw new Misunderstood(value.at, 'range-backwards');
  return { from, to };
}

const MAX_NUMBER = 9_999;

function numbersOf(value: Token, unknown: SearchError['reason']): [from: number, to: number] {
  const range = /^([1-9]\d{0,3})?\.\.([1-9]\d{0,3})?$/.exec(value.text);
  if (range && value.text !== '..') return [Number(range[1] ?? 1), Number(range[2] ?? MAX_NUMBER)];
  const compared = /^(<=|>=|<|>|=)?([1-9]\d{0,3})$/.exec(value.text);
  if (!compared) throw new Misunderstood(value.at, unknown);
  const number = Number(compared[2]);
  switch (compared[1]) {
    case '<=':
      return [1, number];
    case '<':
      return [1, number - 1];
    case '>=':
      return [number, MAX_NUMBER];
    case '>':
      return [number + 1, MAX_NUMBER];
    default:
      return [number, number];
  }
}

function dateTerm(value: Token, today: Date): Search {
  const text = value.text.toLowerCase();
  const range = text.split('..');
  if (range.length > 2) throw new Misunderstood(value.at, 'date-unknown');
  const [first = '', last] = range;
  if (last === undefined) {
    const span = spanOf(first, value, today);
    return { kind: 'date', ...span };
  }
  const from = first === '' ? undefined : spanOf(first, value, today).from;
  const to = last === '' ? undefined : endOf(last, value, today);
  if (from !== undefined && to !== undefined && from >= to) throw new Misunderstood(value.at, 'range-backwards');
  return { kind: 'date', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The end of a range that ends with this date; for `7d` the day on which the last seven days began. */
function endOf(text: string, value: Token, today: Date): number {
  const { from, to } = spanOf(text, value, today);
  if (!BACK.test(text)) return to;
  const first = new Date(from);
  return new Date(first.getFullYear(), first.getMonth(), first.getDate() + 1).getTime();
}

/** The days or weeks up to and including today. */
const BACK = /^(\d{1,4})([dtw])$/;

function spanOf(text: string, value: Token, today: Date): { from: number; to: number } {
  const day = (offset: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() + offset).getTime();
  if (text === 'today' || text === 'heute') return { from: day(0), to: day(1) };
  if (text === 'yesterday' || text === 'gestern') return { from: day(-1), to: day(0) };
  const back = BACK.exec(text);
  if (back) return { from: day(1 - Number(back[1]) * (back[2] === 'w' ? 7 : 1)), to: day(1) };
  const german = /^(\d{1,2})\.(\d{1,2})\.([1-9]\d{3})$/.exec(text);
  const iso = german
    ? [text, german[3], german[2], german[1]]
    : /^([1-9]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (!iso) throw new Misunderstood(value.at, 'date-unknown');
  const year = Number(iso[1]);
  const month = iso[2] === undefined ? undefined : Number(iso[2]);
  const date = iso[3] === undefined ? undefined : Number(iso[3]);
  const from = new Date(year, (month ?? 1) - 1, date ?? 1);
  const exists =
    (month === undefined || from.getMonth() === month - 1) && (date === undefined || from.getDate() === date);
  if (!exists) throw new Misunderstood(value.at, 'date-unknown');
  const to =
    month === undefined
      ? new Date(year + 1, 0, 1)
      : date === undefined
        ? new Date(year, month, 1)
        : new Date(year, month - 1, date + 1);
  return { from: from.getTime(), to: to.getTime() };
}
