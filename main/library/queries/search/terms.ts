import type { Search } from './search.ts';
import { Misunderstood, type Token } from './tokens.ts';

const HOLDS_A_WORD = /[\p{L}\p{N}]/u;

/** A word or phrase as a search of its own. */
export function textTerm(token: Token): Search {
  if (token.kind === 'phrase') {
    if (!HOLDS_A_WORD.test(token.text)) throw new Misunderstood(token.at, 'nothing-to-find');
    return { kind: 'phrase', text: token.text };
  }
  const suffix = token.text.startsWith('*');
  const prefix = token.text.endsWith('*');
  const text = token.text.replace(/^\*+|(?<!\*)\*+$/g, '');
  if (!HOLDS_A_WORD.test(text)) throw new Misunderstood(token.at, 'nothing-to-find');
  if (suffix && text.length < 3) throw new Misunderstood(token.at, 'suffix-short');
  return { kind: 'word', text, prefix, suffix };
}

/** `field:value` as a search of its own; `today` is a moment of the present day. */
export function fieldTerm(field: Token, value: Token, today: Date): Search {
  if (value.text.trim() === '') throw new Misunderstood(value.at, 'value-missing');
  switch (field.text.toLowerCase()) {
    case 'kopf':
    case 'titel':
    case 'headline':
    case 'title':
      return { kind: 'in', column: 'headline', of: textTerm(value) };
    case 'text':
    case 'body':
      return { kind: 'in', column: 'body', of: textTerm(value) };
    case 'quelle':
    case 'source':
      return { kind: 'source', value: value.text };
    case 'ressort':
    case 'category':
      return { kind: 'category', value: value.text };
    case 'tag':
      return { kind: 'tag', value: value.text };
    case 'ist':
    case 'is':
      return { kind: 'is', what: stateOf(value) };
    case 'datum':
    case 'date':
      return dateTerm(value, today);
    case 'prio':
    case 'urgency':
      return urgencyTerm(value);
    default:
      throw new Misunderstood(field.at, 'field-unknown');
  }
}

type State = 'unread' | 'read' | 'bookmarked' | 'later' | 'hidden';

const STATES: ReadonlyMap<string, State> = new Map<string, State>([
  ['unread', 'unread'],
  ['ungelesen', 'unread'],
  ['read', 'read'],
  ['gelesen', 'read'],
  ['bookmarked', 'bookmarked'],
  ['gemerkt', 'bookmarked'],
  ['lesezeichen', 'bookmarked'],
  ['later', 'later'],
  ['später', 'later'],
  ['hidden', 'hidden'],
  ['ausgeblendet', 'hidden'],
]);

function stateOf(value: Token): State {
  const state = STATES.get(value.text.toLowerCase());
  if (!state) throw new Misunderstood(value.at, 'state-unknown');
  return state;
}

function urgencyTerm(value: Token): Search {
  const [from, to] = urgencies(value);
  if (from > to) throw new Misunderstood(value.at, 'range-backwards');
  return { kind: 'urgency', from, to };
}

function urgencies(value: Token): [from: number, to: number] {
  const range = /^([1-9]?)\.\.([1-9]?)$/.exec(value.text);
  if (range && value.text !== '..') return [Number(range[1] || 1), Number(range[2] || 9)];
  const compared = /^(<=|>=|<|>|=)?([1-9])$/.exec(value.text);
  if (!compared) throw new Misunderstood(value.at, 'urgency-unknown');
  const number = Number(compared[2]);
  switch (compared[1]) {
    case '<=':
      return [1, number];
    case '<':
      return [1, number - 1];
    case '>=':
      return [number, 9];
    case '>':
      return [number + 1, 9];
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
