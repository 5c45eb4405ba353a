import { foldText, wordsOf } from '../../preload/text/folded-text.ts';
import type { Search } from '../library/library.ts';
import { quoted } from './dispatches.ts';

/** A search for the server's archive: a tsquery (null for none) and limits of the time of publication, ISO 8601. */
export interface ArchiveQuery {
  readonly query: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** The archive cannot answer it: it knows neither what people did with dispatches nor the ends of words. */
class NotThere extends Error {}

/** The same search for the archive; undefined if the archive cannot answer it. */
export function archiveQuery(search: Search): ArchiveQuery | undefined {
  const parts = search.kind === 'and' ? search.parts : [search];
  const dates = parts.flatMap((part) => (part.kind === 'date' ? part : []));
  const since = Math.max(...dates.map(({ from }) => from ?? Number.NEGATIVE_INFINITY));
  const until = Math.min(...dates.map(({ to }) => to ?? Number.POSITIVE_INFINITY));
  const iso = (time: number) => (Number.isFinite(time) ? new Date(time).toISOString() : null);
  try {
    const words = parts.filter(({ kind }) => kind !== 'date').map((part) => expression(part, ''));
    return { query: words.length === 0 ? null : words.join(' & '), since: iso(since), until: iso(until) };
  } catch (error) {
    if (error instanceof NotThere) return undefined;
    throw error;
  }
}

/** `weight`: A for words of the headline, B for those of the body, none for all. */
function expression(search: Search, weight: '' | 'A' | 'B'): string {
  switch (search.kind) {
    case 'word':
      if (search.suffix) throw new NotThere();
      return phrase(search.text, search.prefix, weight);
    case 'phrase':
      return phrase(search.text, false, weight);
    case 'in':
      if (search.column === 'note' || search.column === 'shown') throw new NotThere();
      return expression(search.of, search.column === 'headline' ? 'A' : 'B');
    case 'and':
    case 'or':
      return `(${search.parts.map((part) => expression(part, weight)).join(search.kind === 'and' ? ' & ' : ' | ')})`;
    case 'not':
      return `!(${expression(search.of, weight)})`;
    case 'source':
      return named('=s', search.value);
    case 'category':
      return named('=c', search.value);
    case 'urgency': {
      const each = Array.from({ length: search.to - search.from + 1 }, (_, i) => quoted(`=u${search.from + i}`));
      if (each.length === 0) throw new NotThere();
      return `(${each.join(' | ')})`;
    }
    default:
      throw new NotThere();
  }
}

function phrase(text: string, prefix: boolean, weight: '' | 'A' | 'B'): string {
  const words = wordsOf(foldText(text));
  if (words.length === 0) throw new NotThere();
  const last = words.length - 1;
  const signs = (at: number) => (prefix && at === last ? `*${weight}` : weight);
  const terms = words.map((word, at) => `${quoted(word)}${signs(at) === '' ? '' : `:${signs(at)}`}`);
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' <-> ')})`;
}

/** A name, or a word in it, that begins with the value. */
const named = (kind: string, value: string): string => `${quoted(kind + foldText(value.replace(/\*$/, '')))}:*`;
