import type { AgendaItem } from '../../../preload/contract/agenda.ts';
import type { Dispatch } from '../../wire/dispatch.ts';
import { wholeOf } from '../index/rows.ts';
import { placeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';

const DAY_MS = 24 * 3_600_000;

/** What is announced from the day before `now` on, the earliest first: events and planning items by their time, previews by when they came. */
export function agendaOf(store: Store, now: Date): AgendaItem[] {
  const earliest = now.getTime() - DAY_MS;
  // A day earlier: months are those of the event's own zone.
  const month = new Date(earliest - DAY_MS).toISOString().slice(0, 7);
  const found = store
    .sql(
      `SELECT DISTINCT d.n, w.json FROM list l JOIN entry e ON e.k = l.k JOIN dispatch d ON d.n = e.n JOIN whole w ON w.n = d.n
       WHERE (l.kind = 'event' AND l.value >= ? OR l.kind = 'notice' AND e.n BETWEEN ? AND ?) AND d.status <> 'killed'`,
    )
    .all(month, placeOf(now.getTime() + DAY_MS), placeOf(earliest));
  return found
    .flatMap(({ json }) => wholeOf(json) ?? [])
    .map(itemOf)
    .filter(({ start, end }) => endOf(end ?? start) >= earliest)
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}

/** Milliseconds since 1970: a day ends with its last hour. */
const endOf = (time: string): number => Date.parse(time) + (/^\d{4}-\d\d-\d\d$/.test(time) ? DAY_MS : 0);

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
