import type { SearchError } from '../../preload/contract.ts';

/** A search as understood: words and conditions joined by and, or, not. */
export type Search =
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean; readonly suffix: boolean }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'in'; readonly column: 'headline' | 'body'; readonly of: Search }
  | { readonly kind: 'source' | 'category' | 'tag'; readonly value: string }
  | { readonly kind: 'is'; readonly what: 'unread' | 'read' | 'bookmarked' }
  /** Milliseconds since 1970; from inclusive, to exclusive. */
  | { readonly kind: 'date'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'urgency'; readonly from: number; readonly to: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Search[] }
  | { readonly kind: 'not'; readonly of: Search };

export type Understood = { readonly search: Search | undefined } | { readonly error: SearchError };

interface Token {
  readonly at: number;
  readonly kind: 'word' | 'phrase' | 'field' | '(' | ')' | 'and' | 'or' | 'not' | 'minus';
  readonly text: string;
}

/**
 * Reads a search: words, "phrases", prefix*, *suffix, AND/UND, OR/ODER, NOT/NICHT, -, brackets and fields. Undefined for an
 * empty one. Never throws: what cannot be understood is an error with its place. `today` is the present day's beginning.
 */
export function understand(text: string, today: Date): Understood {
  try {
    const tokens = tokenise(text);
    const parser = new Parser(tokens, text.length, today);
    return { search: parser.whole() };
  } catch (error) {
    if (error instanceof Misunderstood) return { error: { at: error.at, reason: error.reason } };
    throw error;
  }
}

class Misunderstood extends Error {
  readonly at: number;
  readonly reason: SearchError['reason'];
  constructor(at: number, reason: SearchError['reason']) {
    super(reason);
    this.at = at;
    this.reason = reason;
  }
}

const JOINERS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  UND: 'and',
  OR: 'or',
  ODER: 'or',
  NOT: 'not',
  NICHT: 'not',
};

function tokenise(text: string): Token[] {
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
  if (/^["„“”]/.test(first)) {
    const end = rest.slice(1).search(/["“”]/);
    if (end < 0) throw new Misunderstood(at, 'phrase-open');
    return { token: { at, kind: 'phrase', text: rest.slice(1, end + 1) }, length: end + 2 };
  }
  const startsWord = at === 0 || /[\s(]/.test(text.charAt(at - 1));
  if (first === '-' && startsWord && rest.length > 1 && !/^-\s/.test(rest)) {
    return { token: { at, kind: 'minus', text: '-' }, length: 1 };
  }
  const field = /^(\p{L}+):/u.exec(rest);
  if (field?.[1] && before?.kind !== 'field') {
    return { token: { at, kind: 'field', text: field[1].toLowerCase() }, length: field[0].length };
  }
  const word = /^[^\s()"„“”]+/.exec(rest)?.[0] ?? first;
  const joiner = JOINERS[word];
  return { token: { at, kind: joiner ?? 'word', text: word }, length: word.length };
}

class Parser {
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private readonly today: Date;
  private at = 0;

  constructor(tokens: readonly Token[], end: number, today: Date) {
    this.tokens = tokens;
    this.end = end;
    this.today = today;
  }

  whole(): Search | undefined {
    if (this.tokens.length === 0) return undefined;
    const search = this.or();
    const left = this.peek();
    if (left) throw new Misunderstood(left.at, left.kind === ')' ? 'bracket-unopened' : 'word-missing');
    return search;
  }

  private or(): Search {
    const parts = [this.and()];
    while (this.take('or')) parts.push(this.and());
    return join('or', parts);
  }

  private and(): Search {
    const parts = [this.not()];
    for (;;) {
      const token = this.peek();
      if (!token || token.kind === ')' || token.kind === 'or') return join('and', parts);
      this.take('and');
      parts.push(this.not());
    }
  }

  private not(): Search {
    if (this.take('not') || this.take('minus')) return { kind: 'not', of: this.not() };
    return this.term();
  }

  private term(): Search {
    const token = this.tokens[this.at];
    if (!token) throw new Misunderstood(this.end, 'word-missing');
    this.at += 1;
    if (token.kind === '(') {
      const inner = this.or();
      if (!this.take(')')) throw new Misunderstood(token.at, 'bracket-open');
      return inner;
    }
    if (token.kind === 'field') return this.field(token);
    return textTerm(token);
  }

  private field(field: Token): Search {
    const value = this.tokens[this.at];
    if (!value || (value.kind !== 'word' && value.kind !== 'phrase')) {
      throw new Misunderstood(field.at + field.text.length + 1, 'value-missing');
    }
    this.at += 1;
    return fieldTerm(field, value, this.today);
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private take(kind: Token['kind']): boolean {
    if (this.peek()?.kind !== kind) return false;
    this.at += 1;
    return true;
  }
}

const join = (kind: 'and' | 'or', parts: readonly Search[]): Search =>
  parts.length === 1 && parts[0] ? parts[0] : { kind, parts };

function textTerm(token: Token): Search {
  if (token.kind === 'phrase') return { kind: 'phrase', text: token.text };
  if (token.kind !== 'word') throw new Misunderstood(token.at, 'word-missing');
  const suffix = token.text.startsWith('*');
  const prefix = token.text.endsWith('*');
  const text = token.text.replace(/^\*+|\*+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Misunderstood(token.at, 'nothing-to-find');
  if (suffix && text.length < 3) throw new Misunderstood(token.at, 'suffix-short');
  return { kind: 'word', text, prefix, suffix };
}

function fieldTerm(field: Token, value: Token, today: Date): Search {
  switch (field.text) {
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

function stateOf(value: Token): 'unread' | 'read' | 'bookmarked' {
  const states: Readonly<Record<string, 'unread' | 'read' | 'bookmarked'>> = {
    unread: 'unread',
    ungelesen: 'unread',
    read: 'read',
    gelesen: 'read',
    bookmarked: 'bookmarked',
    gemerkt: 'bookmarked',
    lesezeichen: 'bookmarked',
  };
  const state = states[value.text.toLowerCase()];
  if (!state) throw new Misunderstood(value.at, 'state-unknown');
  return state;
}

function urgencyTerm(value: Token): Search {
  const found = /^(<=|>=|<|>|=)?([1-9])$/.exec(value.text) ?? /^([1-9])\.\.([1-9])$/.exec(value.text);
  if (!found) throw new Misunderstood(value.at, 'urgency-unknown');
  const number = Number(found[2]);
  switch (found[1]) {
    case '<=':
      return { kind: 'urgency', from: 1, to: number };
    case '<':
      return { kind: 'urgency', from: 1, to: number - 1 };
    case '>=':
      return { kind: 'urgency', from: number, to: 9 };
    case '>':
      return { kind: 'urgency', from: number + 1, to: 9 };
    case '=':
    case undefined:
      return { kind: 'urgency', from: number, to: number };
    default:
      return { kind: 'urgency', from: Number(found[1]), to: number };
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
  return {
    kind: 'date',
    ...(first === '' ? {} : { from: spanOf(first, value, today).from }),
    ...(last === '' ? {} : { to: spanOf(last, value, today).to }),
  };
}

function spanOf(text: string, value: Token, today: Date): { from: number; to: number } {
  const day = (offset: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() + offset).getTime();
  if (text === 'today' || text === 'heute') return { from: day(0), to: day(1) };
  if (text === 'yesterday' || text === 'gestern') return { from: day(-1), to: day(0) };
  const back = /^(\d{1,4})([dtw])$/.exec(text);
  if (back) return { from: day(1 - Number(back[1]) * (back[2] === 'w' ? 7 : 1)), to: day(1) };
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = german ? [text, german[3], german[2], german[1]] : /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
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
