import {
  blockText,
  type Dispatch,
  type ListRow,
  type StatusChange,
  type StatusView,
} from '../../../preload/contract/contract.ts';
import { withChange } from '../../../renderer/state/status-change.ts';

/** A dispatch of the host in memory, and its status. */
export interface Held {
  readonly dispatch: Dispatch;
  readonly status: StatusView;
  /** Killed or withheld by a notice that only quotes its headline. */
  readonly probable?: boolean;
  /** When it was read; ISO 8601. */
  readonly readAt?: string;
}

export const UNREAD: StatusView = { read: false, bookmarked: false, tags: [], notes: [] };

export const textOf = ({ headline, body }: Dispatch) => `${headline} ${body.map(blockText).join(' ')}`.toLowerCase();

/** A dispatch as the host would store it after a change now. */
export function changed(held: Held, change: StatusChange): Held {
  const at = new Date().toISOString();
  const status = withChange(held.status, change, held.dispatch.version, at);
  return { ...held, status, ...(change.read && { readAt: at }) };
}

export function rowOf({ dispatch, status, probable }: Held, search?: string): ListRow {
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
    ...(probable && { probable }),
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
    hasNote: status.notes.length > 0,
    ...(status.taken && { taken: status.taken.by }),
    updated: status.read && (status.readVersion ?? version) < version,
  };
}
