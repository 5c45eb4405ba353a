import type { ListRow, Settings } from '../../preload/contract/contract.ts';

/** Urgency of IPTC 7901 and NITF: 1 flash, 2 urgent. */
const URGENT = 2;
/** Hours: an archive that is imported now is not news, however urgent it once was. */
const NEWS_AGE = 24;

export interface Look {
  readonly notify: Settings['notify'];
  /** ISO 8601: dispatches received until then have been checked. */
  readonly since: string;
  /** ISO 8601. */
  readonly now: string;
}

const isUrgent = (row: ListRow): boolean => row.urgency >= 1 && row.urgency <= URGENT;

/**
 * The dispatches to notify the user of besides alarms, which urgent ones raise. Never one that must not be read (yet):
 * embargoed, withheld or killed.
 */
export function worthTelling(rows: readonly ListRow[], { notify, since, now }: Look): ListRow[] {
  if (notify !== 'all') return [];
  const [after, at] = [Date.parse(since), Date.parse(now)];
  return rows.filter(
    (row) =>
      !row.read &&
      row.status === 'usable' &&
      !(row.embargoUntil !== undefined && Date.parse(row.embargoUntil) > at) &&
      Date.parse(row.receivedAt) > after &&
      at - Date.parse(row.publishedAt) < NEWS_AGE * 3_600_000 &&
      !isUrgent(row),
  );
}

/** When the newest of these was received; `since` when none is newer. */
export function lastReceived(rows: readonly ListRow[], since: string): string {
  return rows.reduce((last, row) => (Date.parse(row.receivedAt) > Date.parse(last) ? row.receivedAt : last), since);
}
