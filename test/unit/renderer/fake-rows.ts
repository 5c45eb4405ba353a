import {
  blockText,
  type Dispatch,
  type ListRow,
  type Status,
  type StatusChange,
} from '../../../preload/contract/contract.ts';

/** A dispatch of the host in memory, and what was done with it. */
export interface Held {
  readonly dispatch: Dispatch;
  readonly status: Status;
}

export const UNREAD: Status = { read: false, bookmarked: false, tags: [], note: '' };

export const textOf = ({ headline, body }: Dispatch) => `${headline} ${body.map(blockText).join(' ')}`.toLowerCase();

/** A status as the host would keep it after a change now. */
export function changedStatus({ status, dispatch }: Held, { read, bookmarked, tags, note }: StatusChange): Status {
  const at = new Date().toISOString();
  return {
    ...status,
    ...(read !== undefined && { read, readAt: at, readVersion: dispatch.version }),
    ...(bookmarked !== undefined && { bookmarked, bookmarkedAt: at }),
    ...(tags !== undefined && { tags, tagsAt: at }),
    ...(note !== undefined && { note, noteAt: at }),
  };
}

export function rowOf({ dispatch, status }: Held, search?: string): ListRow {
  const { id, version, headline, source, categories, publishedAt, receivedAt, urgency, signal, embargoUntil } =
    dispatch;
  const [lead] = dispatch.body;
  const at = search ? headline.toLowerCase().indexOf(search.toLowerCase()) : -1;
  return {
    id,
    version,
    headline,
    ...(search && at >= 0 && { headlineHits: [[at, at + search.length]] }),
    snippet: dispatch.status === 'killed' || !lead ? '' : blockText(lead),
    source: source ?? '',
    categories,
    publishedAt,
    receivedAt,
    urgency,
    status: dispatch.status,
    ...(signal && { signal }),
    ...(embargoUntil && { embargoUntil }),
    read: status.read && (status.readVersion ?? version) >= version,
    bookmarked: status.bookmarked,
    tags: status.tags,
    hasNote: status.note !== '',
    updated: status.read && (status.readVersion ?? version) < version,
  };
}
