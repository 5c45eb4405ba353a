import { notesText, renewText } from '../index/full-text.ts';
import { statusOf } from '../index/rows.ts';
import type { Store } from '../index/store.ts';
import { timeOf } from '../record/stamp.ts';
import { fieldValue, type Status, viewOf } from '../record/status.ts';
import { reviewKills } from './kills.ts';
import type { Target } from './mark-targets.ts';
import { relist } from './memberships.ts';
import { noteUnsent } from './unsent.ts';

/** Dispatches with the same status, shown in the same version: a change means the same for all of them. */
export interface Group {
  readonly status: Status;
  /** The version that is marked. */
  readonly version: number;
  readonly members: Target[];
}

export function groupsOf(batch: readonly Target[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of batch) {
    const key = `${one.version} ${one.head?.version} ${one.filed?.json}`;
    const known = groups.get(key);
    if (known) known.members.push(one);
    else {
      const status = statusOf(one.filed?.json);
      const read = fieldValue(status, 'read');
      const version = one.version ?? (typeof read === 'number' ? read : 1);
      groups.set(key, { status, version, members: [one] });
    }
  }
  return [...groups.values()];
}

/** How the statuses of a group are written. */
export interface Writing {
  /** A whole list is marked: `keepReadSince` must not keep the rows in a list of unread dispatches, which empties at once. */
  readonly isBulk: boolean;
  /** The day whose file has the status, if the index does not know it yet; default: the day of the dispatch. */
  readonly day?: string;
  /** When the user did it, by this computer's clock (ISO 8601); default: the time of its stamp, which may be corrected. */
  readonly at?: string;
  /** It came from the server, which need not get it back. */
  readonly isShared?: boolean;
}

const PUT = (key: string) =>
  `VALUES (?1, ?2, ?3, ?4) ON CONFLICT (${key}) DO UPDATE SET json = ?3, read_at = iif(?5, read_at, ?4)`;

/** Writes the new status of a group and moves it between lists; returns the days whose files contain these statuses. */
export function writeStatus(
  store: Store,
  group: Group,
  after: Status,
  { isBulk, day: filedUnder, at, isShared = false }: Writing,
): Set<string> {
  const { status: before, members } = group;
  const [from, to] = [viewOf(before), viewOf(after)];
  relist(
    store,
    members.flatMap(({ head }) => head ?? []),
    from,
    to,
  );
  // Only reading keeps a dispatch in the list of unread ones: a bookmark set later must not bring it back.
  const { read } = after;
  const isReading = read?.stamp !== before.read?.stamp;
  const readAt = read && read.value !== null && isReading && !isBulk ? Date.parse(at ?? timeOf(read.stamp)) : null;
  const json = JSON.stringify(after);
  const put = store.sql(`INSERT INTO status ${PUT('n')}`);
  const putApart = store.sql(`INSERT INTO status_apart ${PUT('id')}`);
  const days = new Set<string>();
  for (const { id, head, filed } of members) {
    // The first day stays: a status must not move to another file when its dispatch is published again.
    const day = filed?.day ?? filedUnder ?? head?.day ?? '1970-01-01';
    const values = [day, json, readAt, isReading ? 0 : 1] as const;
    if (head) put.run(head.n, ...values);
    else putApart.run(id, ...values);
    days.add(day);
  }
  if (notesText(to) !== notesText(from)) for (const { id } of members) renewText(store, id);
  if (after.cleared?.stamp !== before.cleared?.stamp) for (const { id } of members) reviewKills(store, id);
  if (!isShared) noteUnsent(store, members);
  return days;
}

/** Records that the statuses of these days still have to be written to their files. */
export function noteUnfolded(store: Store, days: Iterable<string>): void {
  const note = store.sql('INSERT OR IGNORE INTO unfolded VALUES (?)');
  for (const day of days) note.run(day);
}
