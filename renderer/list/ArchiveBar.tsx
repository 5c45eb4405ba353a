import { Archive } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Saved } from '../../preload/contract/contract.ts';
import { useLanguage, useStores, useTexts } from '../state/context.ts';
import type { Query } from '../state/list-state.ts';
import { scopedSearch } from './scoped-search.ts';

/** The archive is asked after this pause of typing. */
const TYPING_PAUSE_MS = 400;

const NONE: readonly Saved[] = [];

/** The search with its list; the archive does not know what has been read. */
const archiveSearch = (query: Query, saved: readonly Saved[], language: 'de' | 'en'): string => {
  const { unreadOnly: _, ...rest } = query;
  return scopedSearch(query.list === 'unread' ? { ...rest, list: 'all' } : rest, saved, language);
};

/** How much the newsroom's archive finds for the search of the list; leads to it. */
export function ArchiveBar() {
  const { ask, list, sharing, shell, sidebar } = useStores();
  const t = useTexts();
  const isShared = useStore(sharing, ({ info }) => info.state === 'shared');
  const total = useStore(list, (state) => state.total);
  const query = useStore(list, ({ query: typed, validQuery = typed }) => validQuery);
  const language = useLanguage();
  const saved = useStore(sidebar, (state) => state.sidebar?.saved ?? NONE);
  const search = isShared && query.search ? archiveSearch(query, saved, language) : undefined;
  const [found, setFound] = useState<{ search: string; total: number; more: boolean }>();
  useEffect(() => {
    if (search === undefined) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const answer = await ask('archive.search', { search, skip: 0 });
      if (!isOver) setFound(answer?.found && { search, ...answer.found });
    }, TYPING_PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [ask, search]);
  if (search === undefined || found?.search !== search || found.total === 0) return null;
  return (
    <button type="button" className="archive-bar" onClick={() => shell.getState().open({ name: 'archive', search })}>
      <Archive aria-hidden="true" size={14} />
      {t(found.more ? 'archive.countMore' : 'archive.count', { local: total, archive: found.total })}
    </button>
  );
}
