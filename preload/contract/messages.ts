import { z } from 'zod';

/** For messages whose text needs nothing else. */
type NoValues = Record<string, never>;
/** Where XML or JSON is damaged; both count from 1. */
interface Position {
  line: number;
  column: number;
}
/** A part of a file: `item` is its id or number. */
interface Item {
  format: string;
  item: string | number;
}
/** Why something failed: a message of its own or `system`. Texts put it last. */
interface Reason {
  reason: Message;
}

/**
 * Every message that the host has for the user: its code and the values its text needs. The texts are in
 * renderer/i18n/en/host.ts and renderer/i18n/de/host.ts. Codes and names of values are stored (day files, index): they are
 * added to, never renamed.
 */
export interface Messages {
  /** Written by a version that stored sentences instead of codes. */
  text: { text: string };
  /** An English text from the operating system, SQLite or a parser; the reason of other messages. */
  system: { reason: string };
  'system.denied': { path: string };
  'system.read-only': { path: string };
  'system.missing': { path: string };
  'system.not-a-folder': { path: string };
  'system.folder': { path: string };
  'system.in-use': { path: string };
  'system.drive': { path: string };
  'system.too-many-open': NoValues;
  /** As `system`, where there is no other message. */
  'error.unexpected': { reason: string };

  'file.empty': NoValues;
  'file.blank': NoValues;
  'file.too-large': { megabytes: number; most: number };
  'file.too-slow': { seconds: number };
  'file.too-many-stories': { most: number };
  'file.binary': { kind: Message };
  'file.missing': NoValues;
  'file.forbidden': NoValues;
  'file.unreadable': Reason;
  'file.retried': Reason;
  'file.damaged': { reason: string };
  'file.not-imported': { reason: string };
  'file.no-format': NoValues;
  'file.no-story': NoValues;
  'file.cut': NoValues;
  'file.name-not-utf8': NoValues;
  'file.folder-forbidden': NoValues;
  'file.link-outside': NoValues;
  'binary.archive': { type: string };
  'binary.document': { type: string };
  'binary.picture': { type: string };
  'binary.recording': { type: string };
  'binary.database': NoValues;
  'binary.program': NoValues;
  'binary.unknown': NoValues;

  'items.unreadable': { first: Message; others: number };
  'item.unreadable': { item: number; reason: string };
  'item.other-format': Item;
  'item.no-text': Item;
  /** `media`: the format's own words for pictures, films and the like; may be empty. */
  'item.media-only': Item & { media: string };
  'item.term-list': Item;
  'item.wordpress': { item: number; type: string };
  'format.failed': { format: string; reason: string };
  'format.generic': NoValues;
  'format.no-items': { format: string };
  'format.no-text': { format: string };
  'package.no-story': { items: number };

  'message.no-header': { format: string; message: number };
  'message.no-text': NoValues;
  'message.no-nnnn': NoValues;
  'message.no-etx': NoValues;
  'message.no-time': NoValues;
  'message.start-only': NoValues;
  'mail.attachment': { name: string };
  'mail.attachment-skipped': { name: string };
  'mail.cut': NoValues;
  'headline.first-line': NoValues;
  'headline.replaced': NoValues;
  'headline.shortened': NoValues;
  'text.missing': NoValues;
  'text.as-plain': NoValues;
  'text.other-language': { language: string; headline: string };
  'text.too-long': NoValues;
  'text.elsewhere': NoValues;
  'text.calendar': NoValues;
  'text.table': NoValues;
  'source.dts': NoValues;
  'time.missing': NoValues;
  'time.of-feed': NoValues;
  'time.day-only': NoValues;
  'time.ahead': { time: string };
  'time.unreadable': { time: string };
  'time.no-zone': { time: string; zone: string };
  'encoding.damaged': NoValues;
  'encoding.lost': NoValues;
  'encoding.guessed': { encoding: string };
  'encoding.wrong': { declared: string; used: string };
  'encoding.seven-bit': NoValues;
  'encoding.twice': NoValues;

  'json.no-value': NoValues;
  'json.cut': Position;
  'json.damaged': Position & { reason: string };
  'json.too-long': { most: number };
  'json.too-deep': { most: number };
  'json.part-shown': { damage: Message };
  'json.repaired': NoValues;
  'html.too-large': NoValues;
  'html.cut': NoValues;
  'html.paywall': NoValues;
  'xml.no-element': NoValues;
  'xml.cut': Position & { element: string };
  'xml.unreadable': { reason: string };
  'xml.ampersand': NoValues;
  'xml.error': Position & { reason: string };
  'xml.more-errors': NoValues;
  'xml.entities': NoValues;
  'xml.too-long': { most: number };
  'xml.too-deep': Position & { most: number };
  'xml.too-many-nodes': Position & { most: number };
  'xml.too-many-errors': Position & { most: number };
  'xml.too-many-ampersands': { most: number };
  'xml.too-many-documents': { most: number };

  'wires.missing': { folder: string };
  'wires.file': { folder: string };
  'wires.forbidden': { folder: string };
  'wires.unreadable': { folder: string } & Reason;
  'wires.unusable': { folder: string } & Reason;
  'wires.unwatched': { folder: string } & Reason;
  'wires.data-folder': { folder: string };
  'wires.ended': Reason;
  'wires.too-many-names': { name: string };
  /** The window then asks for a path itself. */
  'folder.path-needed': NoValues;
  'folder.relative': { path: string };
  'folder.not-offered': { path: string };
  'folder.missing': { path: string };
  'folder.file': { path: string };
  'folder.data-folder': { path: string };
  'folder.watched': { path: string };
  'folder.inside': { path: string; other: string };
  'folder.around': { path: string; other: string };
  'folder.in-library': { path: string };
  'folder.too-many': { most: number };
  'folder.refused': { path: string } & Reason;
  'folder.not-opened': { path: string } & Reason;

  'disk.full': { folder: string };
  'disk.full-mark-again': { folder: string };
  'disk.full-run-again': { folder: string };
  'library.in-use': { folder: string };
  'library.newer': { path: string; version: number; known: number };
  /** The same, where the file names the program that wrote it. */
  'library.newer-program': { path: string; version: number; known: number; program: string };
  'library.newer-unused': { path: string };
  'library.not-writable': { path: string } & Reason;
  'library.no-lock': { path: string } & Reason;
  'library.ended': Reason;
  'library.not-imported': Reason;
  'library.not-written': Reason;
  'library.not-synced': Reason;
  'library.not-folded': Reason;
  'library.marked-part': { marked: number } & Reason;
  'library.file-replaced': { path: string; kept: string } & Reason;
  'library.file-set-aside': { path: string; kept: string } & Reason;
  'library.file-restored': { path: string; backup: string };
  'library.file-missing': { path: string; backup: string } & Reason;
  'library.day-unreadable': { day: string } & Reason;
  'library.bookmarks-unreadable': Reason;
  'library.needs-file': { path: string };
  'library.needs-folder': { path: string };
  'journal.torn': NoValues;
  'journal.line-unreadable': { kept: string } & Reason;
  'journal.line-newer': { kept: string };
  'index.damaged': Reason;
  'index.rebuilding': Reason;
  'index.not-updated': Reason;
  'index.not-tidied': Reason;
  'index.not-rescued': Reason;
  'search.not-updated': Reason;
  'search.not-merged': Reason;
  'search.rebuilding': NoValues;
  'search.damaged': Reason;
  'damage.no-file': NoValues;
  'damage.empty': NoValues;
  'damage.no-json': NoValues;
  'damage.content': NoValues;
  'damage.in-use': NoValues;
  'damage.cut': NoValues;
  'damage.last-changes': NoValues;

  'backup.none': { path: string };
  'backup.newer': { path: string; program: string };
  'backup.damaged': { path: string } & Reason;
  'backup.restored': { folder: string };
  'backup.failed': { folder: string } & Reason;
  'backup.not-merged': NoValues;

  'digest.failed': { name: string; folder: string } & Reason;
  'reread.changed': NoValues;
  'reread.same': NoValues;
  'reread.too-large': NoValues;
  'handover.failed': { folder: string } & Reason;
  'handover.no-dialog': { folder: string };
  'handover.in-wires': { path: string };
  'handover.not-offered': { path: string };
  'import.progress': { done: number; total: number; rate: number };
  'import.progress-left': { done: number; total: number; rate: number; seconds: number };
  'import.incomplete': { folder: string };
  'host.no-browser': NoValues;
  'settings.locked': NoValues;
  /** `names`: separated by commas. */
  'policy.wrong': { names: string };
  'host.no-display': NoValues;
  'host.graphics-lost': NoValues;
  'host.child-lost': NoValues;
  'token.not-private': { file: string };
  'token.no-key': { file: string };
  'usage.no-command': NoValues;
  'usage.unknown-command': { name: string };
  'usage.no-file': NoValues;
  'usage.no-search': NoValues;
  'usage.limit': NoValues;
  'usage.port': NoValues;
  'usage.token': NoValues;
  'usage.format': NoValues;
  'usage.folder-needed': { option: string };
  'usage.folder-missing': { option: string; folder: string };
  'usage.folder-file': { option: string; folder: string };
  'usage.folder-data': { option: string; folder: string };
  'usage.no-library': { folder: string };
  'usage.backup': { option: string };
  'usage.server': NoValues;
  'usage.server-name': NoValues;
  'usage.url': NoValues;
  'usage.access': NoValues;
  'usage.file-missing': { option: string; path: string } & Reason;
  'server.unreachable': Reason;
  'server.newer': { found: number; known: number };
  'server.older': { found: number; known: number };
  'server.nobody': { name: string };
  'server.not-allowed': Reason;
  'server.only-here': { host: string };
  'sharing.invitation-useless': { path: string };
  'sharing.invitation-unread': { path: string } & Reason;
}

export type MessageCode = keyof Messages;

/**
 * A message of the host to the user: never a sentence, so that it can be stored and shown in any language. Made by `message`;
 * one that was stored by a newer version may have a code that is not in `Messages`.
 */
export interface Message {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | Message>>;
}

type CodeAlone = { [C in MessageCode]: Messages[C] extends NoValues ? C : never }[MessageCode];

export function message(code: CodeAlone): Message;
export function message<C extends MessageCode>(code: C, values: Messages[C]): Message;
export function message(code: MessageCode, values: Message['values'] = {}): Message {
  return { code, values };
}

/** A key that is the same for equal messages. */
export const messageKey = (of: Message): string => JSON.stringify(of);

/** Every message once. */
export const distinctMessages = (messages: readonly Message[]): Message[] => [
  ...new Map(messages.map((one) => [messageKey(one), one])).values(),
];

const WrittenMessage: z.ZodType<Message> = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.lazy(() => WrittenMessage)])),
});

/** A message as it is stored or sent. Older versions stored a sentence, which becomes a message of the code `text`. */
export const StoredMessage = z.union([WrittenMessage, z.string().transform((text) => message('text', { text }))]);
