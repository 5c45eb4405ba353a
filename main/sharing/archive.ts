import type { ArchiveKey, CallOut } from '../../preload/contract/contract.ts';
import { understand } from '../library/library.ts';
import { archiveQuery } from './archive-query.ts';
import { fromServer } from './dispatches.ts';
import type { Remote } from './remote.ts';
import { unescaped } from './wire-text.ts';

const PAGE = 50;

/** Searches the archive for what was typed; nothing if it cannot be understood or answered there. */
export async function searchArchive(
  remote: Pick<Remote, 'search'>,
  search: string,
  skip: number,
): Promise<CallOut<'archive.search'>> {
  const understood = understand(search, new Date());
  const query = 'search' in understood && understood.search ? archiveQuery(understood.search) : undefined;
  if (!query) return {};
  const { total, more, hits } = await remote.search(query.query, query.since, query.until, skip, PAGE);
  return {
    found: {
      total,
      more,
      hits: hits.map(({ month, hash, headline, source, published, verdict }) => ({
        key: { month, hash },
        headline: unescaped(headline),
        source: unescaped(source),
        publishedAt: published,
        ...(verdict === null ? {} : { verdict }),
      })),
    },
  };
}

/** A dispatch of the archive; `path` stands for its file. */
export async function archived(
  remote: Pick<Remote, 'archived'>,
  { month, hash }: ArchiveKey,
  path: string,
): Promise<CallOut<'archive.get'>> {
  const found = await remote.archived(month, hash);
  const dispatch = found ? fromServer(found.document, path, new Date().toISOString()) : undefined;
  if (!found || !dispatch) return {};
  return { archived: { dispatch, ...(found.verdict === null ? {} : { verdict: found.verdict }) } };
}
