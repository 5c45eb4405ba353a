import { z } from 'zod';
import { type Stamp, stampOf } from './stamp.ts';
import { ALL_TAGS, type Status, type Values } from './status.ts';

/** A status in the first layout: flat, with the time of the last change next to each field. */
const OldStatus = z.object({
  read: z.boolean(),
  readAt: z.string().optional(),
  readVersion: z.int().optional(),
  bookmarked: z.boolean(),
  bookmarkedAt: z.string().optional(),
  tags: z.array(z.string()),
  tagsAt: z.string().optional(),
  note: z.string(),
  noteAt: z.string().optional(),
});

/** A change as in a journal line of that layout. */
const OldChange = OldStatus.pick({ read: true, readVersion: true, bookmarked: true, tags: true, note: true }).partial();

/** The id of the single note that a dispatch could have: the nil UUID of RFC 9562, so that it is the same in every record. */
const ONLY_NOTE = 'note:00000000-0000-0000-0000-000000000000';
const OLD_DESK = '00000';
/** A dispatch read before versions were recorded counts as read in every version. */
const ANY_VERSION = Number.MAX_SAFE_INTEGER;

/** A status of the first layout as fields. Throws if it is invalid. */
export function statusFromLayout1(old: unknown): Status {
  const { read, readVersion, bookmarked, tags, note, ...at } = OldStatus.parse(old);
  return fieldsOf([
    ...(read || at.readAt !== undefined
      ? [{ at: at.readAt, values: valuesOf({ read, readVersion: readVersion ?? ANY_VERSION }) }]
      : []),
    ...(bookmarked || at.bookmarkedAt !== undefined ? [{ at: at.bookmarkedAt, values: valuesOf({ bookmarked }) }] : []),
    ...(tags.length > 0 || at.tagsAt !== undefined ? [{ at: at.tagsAt, values: valuesOf({ tags }) }] : []),
    ...(note !== '' || at.noteAt !== undefined ? [{ at: at.noteAt, values: valuesOf({ note }) }] : []),
  ]);
}

function fieldsOf(changes: readonly { at: string | undefined; values: Values }[]): Status {
  const fields = changes.flatMap(({ at, values }) =>
    Object.entries(values).map(([name, value]) => [name, { value, stamp: stampAt(at) }] as const),
  );
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A journal line's change and time as fields and stamp. Throws if they are invalid. */
export const changeFromLayout1 = (change: unknown, at: unknown): { change: Values; stamp: Stamp } => ({
  change: valuesOf(OldChange.parse(change)),
  stamp: stampAt(z.string().parse(at)),
});

function valuesOf({ read, readVersion, bookmarked, tags, note }: z.infer<typeof OldChange>): Values {
  return {
    ...(read !== undefined && { read: read ? (readVersion ?? true) : null }),
    ...(bookmarked !== undefined && { bookmark: bookmarked || null }),
    ...(tags !== undefined && { [ALL_TAGS]: null, ...Object.fromEntries(tags.map((tag) => [`tag:${tag}`, true])) }),
    ...(note !== undefined && { [ONLY_NOTE]: note === '' ? null : note }),
  };
}

/** A missing or unreadable time is older than every other. */
function stampAt(at: string | undefined): Stamp {
  const time = at === undefined ? 0 : Date.parse(at);
  return stampOf(new Date(Number.isNaN(time) ? 0 : time).toISOString(), 0, OLD_DESK);
}
