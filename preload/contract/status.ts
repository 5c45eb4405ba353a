import { z } from 'zod';

/** The status of a dispatch as the window sees it, and the changes it requests. No Node and no DOM here. */

/** ISO 8601, UTC or with offset. */
export const Time = z.string().max(40);

export const TagName = z.string().min(1).max(80);
const NoteText = z.string().min(1).max(20_000);

export const UserNote = z.object({
  id: z.string(),
  text: z.string(),
  /** When it was last changed. */
  at: Time,
  /** Texts that another desk had changed at the same time, and that lost; the newest first. */
  earlier: z.array(z.object({ text: z.string(), at: Time })).optional(),
});
export type UserNote = z.infer<typeof UserNote>;

/** When a dispatch was handed on, and in which version: what arrives later must be said. */
export const HandedOn = z.object({ time: Time, version: z.int() });
export type HandedOn = z.infer<typeof HandedOn>;

export const MAX_QUOTE_CHARS = 5_000;

/**
 * A passage of the text that the user has marked: its words, up to 40 characters on each side of it, and the version they were
 * read in. Other versions show the mark where the words are the same.
 */
export const Passage = z.object({
  quote: z.string().min(1).max(MAX_QUOTE_CHARS),
  before: z.string().max(100),
  after: z.string().max(100),
  version: z.int(),
});
export type Passage = z.infer<typeof Passage>;

export const HandOverState = z.enum(['waiting', 'done', 'killed', 'withheld', 'embargoed']);
export type HandOverState = z.infer<typeof HandOverState>;

/** Ids of notices. */
export const Cleared = z.array(z.string().min(1).max(10_000)).min(1).max(20);

/** What a rule can do to the status of a dispatch; `tag` names the tag. */
const RuleDeed = z.union([
  z.enum(['read', 'bookmark', 'hide', 'later']),
  z.object({ tag: TagName }),
  /** `waiting`: for the embargo or the folder; `killed`, `withheld`, `embargoed`: it was left out. */
  z.object({ handOver: HandOverState }),
]);

/** The mark that a rule leaves: its name at that time, because the rule may be renamed or deleted, and what it did. */
export const RuleMark = z.object({ name: z.string().max(120), did: z.array(RuleDeed).max(10) });
export type RuleMark = z.infer<typeof RuleMark>;

/** The status of a dispatch in one flat record; made from the stored fields by `viewOf` (main/library/record/status.ts). */
export const StatusView = z.object({
  /** True when any version was read. */
  read: z.boolean(),
  /** The version that was read: a newer one shows as unread again. */
  readVersion: z.int().optional(),
  bookmarked: z.boolean(),
  /** In alphabetical order. */
  tags: z.array(z.string()),
  /** The oldest first. */
  notes: z.array(UserNote),
  /** Who is working on it, and since when. */
  taken: z.object({ by: z.string(), at: Time }).optional(),
  /** When it is to be read again. */
  later: Time.optional(),
  /** A rule keeps it off the lists. */
  hidden: z.boolean().optional(),
  /** Notices that quote its headline and, as a person has decided, do not mean it: ids. */
  cleared: Cleared.optional(),
  copied: HandedOn.optional(),
  exported: HandedOn.optional(),
  /** The oldest first; absent: none. */
  passages: z.array(Passage.extend({ id: z.string(), at: Time })).optional(),
  /** The rules that it matched, the earliest first; `id` is the rule's. */
  rules: z.array(RuleMark.extend({ id: z.string(), at: Time })).optional(),
});
export type StatusView = z.infer<typeof StatusView>;

/**
 * A change: the fields to set; null removes one. `read: true` means the version that is shown. A tag or a note is a field
 * of its own (`tag:<name>`, `note:<uuid>`), so that changing one leaves the others alone.
 */
export type StatusChange = {
  readonly read?: true | null;
  readonly bookmark?: true | null;
  readonly taken?: string | null;
  readonly later?: string | null;
  readonly hidden?: true | null;
  readonly cleared?: string[] | null;
  readonly copied?: HandedOn | null;
  readonly exported?: HandedOn | null;
} & Readonly<TypedChange>;

/** The fields that have a name of their own: what a person typed, and the marks of rules. */
export interface TypedChange {
  [tag: `tag:${string}`]: true | null;
  [note: `note:${string}`]: string | null;
  [passage: `mark:${string}`]: Passage | null;
  /** Null: the rule does not act on this dispatch again. */
  [rule: `rule:${string}`]: RuleMark | null;
}

/** Sets a tag, or removes it. */
export function tagChange(name: string, value: true | null): StatusChange {
  const change: TypedChange = {};
  change[`tag:${name}`] = value;
  return change;
}

/** Sets the text of a note, or removes the note. */
export function noteChange(id: string, text: string | null): StatusChange {
  const change: TypedChange = {};
  change[`note:${id}`] = text;
  return change;
}

/** Marks a passage, or removes the mark. */
export function passageChange(id: string, passage: Passage | null): StatusChange {
  const change: TypedChange = {};
  change[`mark:${id}`] = passage;
  return change;
}

const MAX_FIELDS = 200;

/** The values a field may have, besides null; undefined for a name that is no field. */
function valuesOf(field: string): z.ZodType | undefined {
  const [kind, name] = partsOf(field);
  switch (kind) {
    case 'read':
    case 'bookmark':
    case 'hidden':
      return name === undefined ? z.literal(true) : undefined;
    case 'taken':
      return name === undefined ? z.string().min(1).max(200) : undefined;
    case 'later':
      return name === undefined ? Time : undefined;
    case 'cleared':
      return name === undefined ? Cleared : undefined;
    case 'copied':
    case 'exported':
      return name === undefined ? HandedOn : undefined;
    case 'rule':
      return z.uuid().safeParse(name).success ? RuleMark : undefined;
    case 'tag':
      return TagName.safeParse(name).success ? z.literal(true) : undefined;
    case 'mark':
      return z.uuid().safeParse(name).success ? Passage : undefined;
    case 'note':
      return z.uuid().safeParse(name).success ? NoteText : undefined;
    default:
      return undefined;
  }
}

/** The kind of a field and the name behind its colon: `tag:Rat` is ['tag', 'Rat'], `read` is ['read', undefined]. */
export function partsOf(field: string): [kind: string, name: string | undefined] {
  const colon = field.indexOf(':');
  return colon < 0 ? [field, undefined] : [field.slice(0, colon), field.slice(colon + 1)];
}

export const StatusChange = z.custom<StatusChange>((change) => {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return false;
  const fields = Object.entries(change);
  return (
    fields.length <= MAX_FIELDS &&
    fields.every(([field, value]) => valuesOf(field)?.nullable().safeParse(value).success === true)
  );
}, 'not a change of a status');
