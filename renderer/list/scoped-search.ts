import { MAX_SEARCH_CHARS, type Saved } from '../../preload/contract/contract.ts';
import { TOPIC_NAMES } from '../../preload/text/topic-names.ts';
import type { Query } from '../state/list-state.ts';

/**
 * A search of the whole library with the same hits as the query in its list, for saving. `language` decides the names of the
 * fields. The bare search if the list cannot be expressed, or only beyond the length limit.
 */
export function scopedSearch(query: Query, saved: readonly Saved[], language: 'de' | 'en'): string {
  const search = query.search ?? '';
  const unread = query.unreadOnly ? [FIELDS[language].unread] : [];
  const parts = [...unread, ...listOf(query, saved, language)];
  const scoped = [...parts, ...(/\s/.test(search) && parts.length > 0 ? [`(${search})`] : [search])].join(' ');
  return scoped.length > MAX_SEARCH_CHARS ? search : scoped;
}

const FIELDS = {
  de: {
    category: 'ressort',
    source: 'quelle',
    tag: 'tag',
    topic: 'thema',
    urgent: 'ist:eilig',
    corrections: 'ist:korrekturen',
    embargoes: 'ist:gesperrt',
    unread: 'ist:ungelesen',
    bookmarks: 'ist:gemerkt',
    today: 'datum:heute',
    later: 'ist:später',
    hidden: 'ist:ausgeblendet',
  },
  en: {
    category: 'category',
    source: 'source',
    tag: 'tag',
    topic: 'topic',
    urgent: 'is:urgent',
    corrections: 'is:corrections',
    embargoes: 'is:embargoed',
    unread: 'is:unread',
    bookmarks: 'is:bookmarked',
    today: 'date:today',
    later: 'is:later',
    hidden: 'is:hidden',
  },
} as const;

function listOf({ list, value = '' }: Query, saved: readonly Saved[], language: 'de' | 'en'): string[] {
  switch (list) {
    case 'all':
      return [];
    case 'saved':
      return saved.filter(({ id }) => id === value).map(({ search }) => `(${search})`);
    case 'topic': {
      const [german, english] = TOPIC_NAMES[value] ?? [value, value];
      return [`${FIELDS[language].topic}:"${language === 'de' ? german : english}"`];
    }
    case 'category':
    case 'source':
    case 'tag':
      return /[\p{L}\p{N}]/u.test(value) ? [`${FIELDS[language][list]}:"${value.replaceAll('"', ' ').trim()}"`] : [];
    default:
      return [FIELDS[language][list]];
  }
}
