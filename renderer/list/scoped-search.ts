import { LONGEST_SEARCH, type Saved } from '../../preload/contract/contract.ts';
import type { Query } from '../state/list-state.ts';

/**
 * What finds in the whole library what a query finds in its list: a saved search is one of the whole library. `language` decides
 * how fields are called. The bare search where nothing can say the list, or not briefly enough.
 */
export function scopedSearch(query: Query, saved: readonly Saved[], language: 'de' | 'en'): string {
  const search = query.search ?? '';
  const unread = query.unreadOnly ? [FIELDS[language].unread] : [];
  const parts = [...unread, ...listOf(query, saved, language)];
  const scoped = [...parts, ...(/\s/.test(search) && parts.length > 0 ? [`(${search})`] : [search])].join(' ');
  return scoped.length > LONGEST_SEARCH ? search : scoped;
}

const FIELDS = {
  de: {
    category: 'ressort',
    source: 'quelle',
    tag: 'tag',
    unread: 'ist:ungelesen',
    bookmarks: 'ist:gemerkt',
    today: 'datum:heute',
  },
  en: {
    category: 'category',
    source: 'source',
    tag: 'tag',
    unread: 'is:unread',
    bookmarks: 'is:bookmarked',
    today: 'date:today',
  },
} as const;

function listOf({ list, value = '' }: Query, saved: readonly Saved[], language: 'de' | 'en'): string[] {
  switch (list) {
    case 'all':
      return [];
    case 'saved':
      return saved.filter(({ id }) => id === value).map(({ search }) => `(${search})`);
    case 'category':
    case 'source':
    case 'tag':
      return /[\p{L}\p{N}]/u.test(value) ? [`${FIELDS[language][list]}:"${value.replaceAll('"', ' ').trim()}"`] : [];
    default:
      return [FIELDS[language][list]];
  }
}
