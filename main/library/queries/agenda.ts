import type { AgendaItem } from '../../../preload/contract/agenda.ts';
import type { Dispatch } from '../../wire/dispatch.ts';
import { wholeOf } from '../index/rows.ts';
import { placeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';

const DAY_MS = 24 * 3_600_000;
/** Announcements older than this are not looked for: the index has no list of them, and a month of rows is read quickly. */
const ANNOUNCED_WITHIN_MS = 45 * DAY_MS;
/** Previews without a time of their own are about the day they come, or the next. */
const NOTICE_MS = DAY_MS;

/** What is announced from the day before `now` on, the earliest first: events and planning items by their time, previews by when they came. */
export function agendaOf(store: Store, now: Date): AgendaItem[] {
  const found = store
    .sql(
      `SELECT w.json FROM dispatch d JOIN whole w ON w.n = d.n
       WHERE d.n BETWEEN ? AND ? AND d.head = 1 AND d.status <> 'killed' AND json_extract(d.row, '$.signal') = 'advisory'`,
    )
    .all(placeOf(now.getTime() + DAY_MS), placeOf(now.getTime() - ANNOUNCED_WITHIN_MS));
  const earliest = now.getTime() - NOTICE_MS;
  return found
    .flatMap(({ json }) => wholeOf(json) ?? [])
    .map(itemOf)
    .filter(({ start, end }) => Date.parse(end ?? start) >= earliest)
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}

function itemOf({ id, headline, source = '', publishedAt, event }: Dispatch): AgendaItem {
  if (!event) return { id, headline, source, start: publishedAt, isDated: false };
  const { start, end, place } = event;
  return {
    id,
    headline,
    source,
    start,
    ...(end !== undefined && { end }),
    ...(place !== undefined && { place }),
    isDated: true,
  };
}
