import type { SearchError } from '../../../../preload/contract/contract.ts';
import type { Search } from './search.ts';
import { fieldTerm, textTerm } from './terms.ts';
import { Misunderstood, type Token, tokenise } from './tokens.ts';

export type Understood = { readonly search: Search | undefined } | { readonly error: SearchError };

/**
 * Reads a search: words, "phrases", prefix*, *suffix, AND/UND, OR/ODER, NOT/NICHT, -, brackets and fields. Undefined for an
 * empty search. Never throws: a syntax error is returned with its position. `today` is the start of the current day.
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

/** Nesting depth of brackets: FTS5's own parser gives up at some thirty. */
const DEEPEST = 24;

class Parser {
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private readonly today: Date;
  private at = 0;
  /** Applies a field to everything in the brackets after it. */
  private inField: Token | undefined;
  private depth = 0;

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
      this.depth += 1;
      if (this.depth > DEEPEST) throw new Misunderstood(token.at, 'bracket-deep');
      const inner = this.or();
      this.depth -= 1;
      if (!this.take(')')) throw new Misunderstood(token.at, 'bracket-open');
      return inner;
    }
    if (token.kind === 'field') return this.field(token);
    if (token.kind !== 'word' && token.kind !== 'phrase') throw new Misunderstood(token.at, 'word-missing');
    return this.inField ? fieldTerm(this.inField, token, this.today) : textTerm(token);
  }

  private field(field: Token): Search {
    const value = this.tokens[this.at];
    if (value?.kind === '(') return this.fieldOfAll(field);
    if (!value || (value.kind !== 'word' && value.kind !== 'phrase')) {
      throw new Misunderstood(field.at + field.text.length + 1, 'value-missing');
    }
    this.at += 1;
    return fieldTerm(field, value, this.today);
  }

  private fieldOfAll(field: Token): Search {
    const outer = this.inField;
    this.inField = field;
    const search = this.term();
    this.inField = outer;
    return search;
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

/** Flattens nested "and"s, so that all conditions narrow the search, and removes duplicates. */
function join(kind: 'and' | 'or', parts: readonly Search[]): Search {
  const said = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const flat = [...new Map(said.map((part) => [JSON.stringify(part), part])).values()];
  return flat.length === 1 && flat[0] ? flat[0] : { kind, parts: flat };
}
