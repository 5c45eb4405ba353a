import {
  type ListRow,
  Passage,
  partsOf,
  type StatusChange,
  type StatusView,
  type TypedChange,
} from '../../preload/contract/contract.ts';

/** The tags and notes that a change sets (null: removes), by name and by id. */
function partsOfChange(change: StatusChange): { tags: Map<string, boolean>; notes: Map<string, string | null> } {
  const tags = new Map<string, boolean>();
  const notes = new Map<string, string | null>();
  for (const [field, value] of Object.entries(change)) {
    const [kind, name = ''] = partsOf(field);
    if (kind === 'tag') tags.set(name, value !== null);
    if (kind === 'note') notes.set(name, typeof value === 'string' ? value : null);
  }
  return { tags, notes };
}

function withTags(tags: readonly string[], changed: ReadonlyMap<string, boolean>): string[] {
  const all = new Set([...tags, ...changed.keys()]);
  return [...all].filter((name) => changed.get(name) ?? true).sort();
}

function withNotes(notes: StatusView['notes'], changed: ReadonlyMap<string, string | null>, at: string) {
  const put = [...changed].flatMap(([id, text]) =>
    text === null ? [] : [{ ...notes.find((note) => note.id === id), id, text, at }],
  );
  const rest = notes.filter(({ id }) => !changed.has(id));
  return [...rest, ...put].sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Passages = NonNullable<StatusView['passages']>;

function withPassages(passages: Passages, change: StatusChange, at: string): Passages {
  const changed = Object.entries(change).flatMap(([field, value]) => {
    const [kind, id = ''] = partsOf(field);
    return kind === 'mark' ? [{ id, passage: Passage.safeParse(value).data }] : [];
  });
  const rest = passages.filter(({ id }) => changed.every((one) => one.id !== id));
  const put = changed.flatMap(({ id, passage }) => (passage ? [{ ...passage, id, at }] : []));
  return [...rest, ...put].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The status of a dispatch, shown in this version, after a change at `at` (ISO 8601), as the host will return it. */
export function withChange(status: StatusView, change: StatusChange, version: number, at: string): StatusView {
  const { readVersion, later: laterBefore, rules, taken: takenBefore, cleared: clearedBefore, ...rest } = status;
  const cleared = change.cleared === undefined ? clearedBefore : (change.cleared ?? undefined);
  const by = change.taken;
  const taken = by === undefined ? takenBefore : by === null ? undefined : { by, at };
  const later = change.later === undefined ? laterBefore : (change.later ?? undefined);
  const { tags, notes } = partsOfChange(change);
  const isRead = change.read === undefined ? status.read : change.read !== null;
  const read = change.read ? version : readVersion;
  return {
    ...rest,
    ...(later !== undefined && { later }),
    ...(rules && { rules: rules.filter(({ id }) => change[`rule:${id}`] !== null) }),
    ...(taken && { taken }),
    ...(cleared && { cleared: [...cleared] }),
    ...(change.hidden !== undefined && { hidden: change.hidden !== null }),
    passages: withPassages(status.passages ?? [], change, at),
    ...(change.copied && { copied: change.copied }),
    ...(change.exported && { exported: change.exported }),
    read: isRead,
    ...(isRead && read !== undefined && { readVersion: read }),
    bookmarked: change.bookmark === undefined ? status.bookmarked : change.bookmark !== null,
    tags: withTags(status.tags, tags),
    notes: withNotes(status.notes, notes, at),
  };
}

/** The row of a dispatch after a change. Only the host knows whether other notes are left when one is removed. */
export function withRowChange(row: ListRow, change: StatusChange): ListRow {
  const { tags, notes } = partsOfChange(change);
  const { taken: takenBefore, ...rest } = row;
  const taken = change.taken === undefined ? takenBefore : change.taken;
  return {
    ...rest,
    ...(typeof taken === 'string' && { taken }),
    read: change.read === undefined ? row.read : change.read !== null,
    bookmarked: change.bookmark === undefined ? row.bookmarked : change.bookmark !== null,
    tags: tags.size > 0 ? withTags(row.tags, tags) : row.tags,
    hasNote: row.hasNote || [...notes.values()].some((text) => text !== null),
    updated: change.read ? false : row.updated,
  };
}

/** The typed part of a change, tags and notes: it must not be lost even if the change fails. */
export function typedOf(change: StatusChange): StatusChange | undefined {
  const { tags, notes } = partsOfChange(change);
  if (tags.size + notes.size === 0) return undefined;
  const typed: TypedChange = {};
  for (const [name, isSet] of tags) typed[`tag:${name}`] = isSet || null;
  for (const [id, text] of notes) typed[`note:${id}`] = text;
  return typed;
}

/** The field of the one note whose text a change sets; undefined where it does anything else. */
export function noteOf(change: StatusChange): string | undefined {
  const [only, ...more] = Object.entries(change);
  if (only === undefined || more.length > 0) return undefined;
  const [field, value] = only;
  return partsOf(field)[0] === 'note' && value !== null ? field : undefined;
}
