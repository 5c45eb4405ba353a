import { expect, test } from 'vitest';
import { understand } from '../../../../main/library/queries/search/understand.ts';
import { scopedSearch } from '../../../../renderer/list/scoped-search.ts';
import type { Query } from '../../../../renderer/state/list-state.ts';

const saved = [{ id: 's1', name: 'Hafen', search: 'hafen OR kai' }];

test.each<[Query, 'de' | 'en', string]>([
  [{ list: 'all', search: 'etat bremen' }, 'de', 'etat bremen'],
  [{ list: 'category', value: 'Sport', search: 'finale' }, 'de', 'ressort:"Sport" finale'],
  [{ list: 'source', value: 'mdp', search: 'a OR b' }, 'en', 'source:"mdp" (a OR b)'],
  [{ list: 'tag', value: 'mein "Thema"', search: 'etat' }, 'en', 'tag:"mein  Thema" etat'],
  [{ list: 'source', value: '', search: 'etat' }, 'en', 'etat'],
  [{ list: 'today', unreadOnly: true, search: 'etat' }, 'en', 'is:unread date:today etat'],
  [{ list: 'bookmarks', search: 'etat' }, 'de', 'ist:gemerkt etat'],
  [{ list: 'unread', search: 'etat' }, 'de', 'ist:ungelesen etat'],
  [{ list: 'saved', value: 's1', search: 'brand' }, 'de', '(hafen OR kai) brand'],
  [{ list: 'tag', value: 'x', search: 'wort '.repeat(399) }, 'de', 'wort '.repeat(399)],
])('%j saved in %s is %j', (query, language, expected) => {
  const search = scopedSearch(query, saved, language);
  expect(search).toBe(expected);
  expect(understand(search, new Date())).toHaveProperty('search');
});
