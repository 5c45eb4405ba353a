import { z } from 'zod';
import {
  Cleared,
  HandedOn,
  Passage,
  partsOf,
  RuleMark,
  type StatusView,
  type UserNote,
} from '../../../preload/contract/status.ts';
import { Stamp, timeOf } from './stamp.ts';

const Field = z.object({ value: z.json(), stamp: Stamp });
type Field = z.infer<typeof Field>;
type Json = Field['value'];

/**
 * What people did with a dispatch: a map of fields, each with its value and the stamp of its last change. Names are `read`
 * (the version), `bookmark`, `taken`, `later`, `hidden`, `cleared`, `copied`, `exported`, `tag:<name>`, `note:<uuid>`, `mark:<uuid>`,
 * `rule:<uuid>`; null removes a field but keeps its stamp. Fields that this version does not know are kept as they are. The names are in alphabetical order, so that equal statuses
 * are equal as JSON.
 */
export const Status = z.record(z.string().min(1).max(200), Field);
export type Status = Readonly<Record<string, Field>>;

/** Values for fields; `read: true` means the version of the dispatch that is changed. */
export type Values = Readonly<Record<string, Json>>;

/** The status of a dispatch that nobody has changed yet. */
export const UNTOUCHED: Status = {};

/**
 * Removes, with its stamp, every tag that is older: the first layout had one time for all tags of a dispatch, and does not say
 * which were removed (status-layout-1.ts).
 */
export const ALL_TAGS = 'tags';

/** Merges two records of one dispatch's status: for every field the later change wins. Order and repetition do not matter. */
export function merged(a: Status, b: Status): Status {
  const both = new Map(Object.entries(a));
  for (const [name, field] of Object.entries(b)) {
    const known = both.get(name);
    if (known === undefined || isLater(field, known)) both.set(name, field);
  }
  return sorted(both);
}

/** Equal stamps with different values come from a copied data folder; any rule works if it is the same everywhere. */
const isLater = (a: Field, b: Field): boolean =>
  a.stamp > b.stamp || (a.stamp === b.stamp && bytesOf(a.value).compare(bytesOf(b.value)) > 0);

/** Compared by bytes, as the newsroom's server does (sharing/sql/statuses.ts). */
const bytesOf = (value: Json): Buffer => Buffer.from(JSON.stringify(value));

const sorted = (fields: Iterable<[string, Field]>): Status =>
  Object.fromEntries([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The value of a field; null if it was removed or never set. */
export function fieldValue(status: Status, name: string): Json {
  const field = status[name];
  if (field === undefined) return null;
  const isRemoved = partsOf(name)[0] === 'tag' && field.stamp < (status[ALL_TAGS]?.stamp ?? '');
  return isRemoved ? null : field.value;
}

/** The stamp that a change of these fields must exceed; '' if none of them was ever set. */
export function floorOf(status: Status, values: Values): Stamp | '' {
  const stamps = [...Object.keys(values), ALL_TAGS].map((name) => status[name]?.stamp ?? '');
  return stamps.reduce((latest, stamp) => (stamp > latest ? stamp : latest));
}

/** The values of a change for a dispatch in this version. */
function valuesFor(status: Status, values: Values, version: number): Values {
  if (values.read !== true) return values;
  const known = fieldValue(status, 'read');
  return { ...values, read: typeof known === 'number' ? Math.max(version, known) : version };
}

/** Whether a change would change anything of a dispatch in this version. */
export const isChange = (status: Status, values: Values, version: number): boolean =>
  Object.entries(valuesFor(status, values, version)).some(([name, value]) => !isSame(fieldValue(status, name), value));

const isSame = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The status after a change to the dispatch in this version. A field that was changed later than `stamp` stays. */
export function changed(status: Status, values: Values, stamp: Stamp, version: number): Status {
  const fields = Object.entries(valuesFor(status, values, version)).map(([name, value]) => [name, { value, stamp }]);
  return merged(status, Object.fromEntries(fields));
}

/** The change that undoes another one: the values that its fields have now. */
export const inverseOf = (status: Status, values: Values): Values =>
  Object.fromEntries(Object.keys(values).map((name) => [name, fieldValue(status, name)]));

/** The notices that do not mean the dispatch, although they quote its headline. */
export const clearedIn = (status: Status): string[] => Cleared.safeParse(fieldValue(status, 'cleared')).data ?? [];

/** The field that keeps the text of a note that lost against another desk's (changes/shared.ts). */
export const lostNote = (note: string, stamp: Stamp): string => `was:${note}:${stamp}`;

function earlierTexts(status: Status, note: string): { text: string; at: string }[] {
  const prefix = lostNote(note, '');
  return Object.entries(status)
    .flatMap(([field, { value, stamp }]) =>
      field.startsWith(prefix) && typeof value === 'string' ? [{ text: value, at: timeOf(stamp) }] : [],
    )
    .reverse();
}

/** The status as lists, articles and the window see it. */
export function viewOf(status: Status): StatusView {
  const read = fieldValue(status, 'read');
  const taken = fieldValue(status, 'taken');
  const later = fieldValue(status, 'later');
  const tags: string[] = [];
  const notes: UserNote[] = [];
  const passages: NonNullable<StatusView['passages']> = [];
  const rules: NonNullable<StatusView['rules']> = [];
  for (const [field, { stamp }] of Object.entries(status)) {
    const [kind, name = ''] = partsOf(field);
    const value = fieldValue(status, field);
    if (kind === 'tag' && value !== null) tags.push(name);
    if (kind === 'note' && typeof value === 'string') {
      const earlier = earlierTexts(status, name);
      notes.push({ id: name, text: value, at: timeOf(stamp), ...(earlier.length > 0 && { earlier }) });
    }
    const passage = kind === 'mark' ? Passage.safeParse(value).data : undefined;
    if (passage) passages.push({ ...passage, id: name, at: timeOf(stamp) });
    const mark = kind === 'rule' ? RuleMark.safeParse(value).data : undefined;
    if (mark) rules.push({ ...mark, id: name, at: timeOf(stamp) });
  }
  const cleared = clearedIn(status);
  const copied = HandedOn.safeParse(fieldValue(status, 'copied')).data;
  const exported = HandedOn.safeParse(fieldValue(status, 'exported')).data;
  return {
    read: typeof read === 'number',
    ...(typeof read === 'number' && { readVersion: read }),
    bookmarked: fieldValue(status, 'bookmark') !== null,
    tags,
    notes,
    ...(typeof taken === 'string' && status.taken && { taken: { by: taken, at: timeOf(status.taken.stamp) } }),
    ...(typeof later === 'string' && { later }),
    ...(fieldValue(status, 'hidden') !== null && { hidden: true }),
    ...(cleared.length > 0 && { cleared }),
    ...(copied && { copied }),
    ...(exported && { exported }),
    ...(passages.length > 0 && { passages }),
    ...(rules.length > 0 && { rules: rules.sort((a, b) => (a.at < b.at ? -1 : 1)) }),
  };
}

/** When people did what lists show only as done. */
export interface Since {
  /** When it was read by somebody, not by a rule alone. */
  readonly read?: string;
  readonly bookmarked?: string;
}

export function sinceOf(status: Status): Since {
  const since = (name: string) => {
    const stamp = fieldValue(status, name) === null ? undefined : status[name]?.stamp;
    return stamp === undefined || isByRule(status, name, stamp) ? undefined : timeOf(stamp);
  };
  const [read, bookmarked] = [since('read'), since('bookmark')];
  return { ...(read !== undefined && { read }), ...(bookmarked !== undefined && { bookmarked }) };
}

/** A rule changes its fields and leaves its mark at once. */
const isByRule = (status: Status, name: string, stamp: Stamp): boolean =>
  Object.entries(status).some(([field, { value, stamp: other }]) => {
    const mark = other === stamp && partsOf(field)[0] === 'rule' ? RuleMark.safeParse(value).data : undefined;
    return mark?.did.some((deed) => deed === name) ?? false;
  });

/** Whether this version of the dispatch counts as read: an update shows as unread again. */
export const isRead = ({ read, readVersion }: StatusView, version: number): boolean =>
  read && (readVersion ?? version) >= version;
