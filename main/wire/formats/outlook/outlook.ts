import { decodePart } from '../../bytes/decode.ts';
import type { Format } from '../../format.ts';
import type { Facts, ReadTime } from '../../story/facts.ts';
import type { Attachment } from '../../story/reading.ts';
import { senderOf } from '../mail/headers.ts';
import { type MailKind, readBody } from '../mail/part-text.ts';
import { headlineOf, readSubject } from '../mail/subject.ts';
import { type Entry, isCompoundFile, readCompoundFile } from './compound-file.ts';

/** A mail as Outlook saves it (`.msg`, MS-OXMSG): a compound file of MAPI properties. */
export const outlook: Format = {
  name: 'outlook',
  label: 'Outlook',
  isBinary: true,
  detects: ({ bytes }) => isCompoundFile(bytes),
  read(file) {
    const entries = readCompoundFile(file.bytes);
    const properties = propertiesOf(entries, MESSAGE_HEADER);
    // Old documents of Office are compound files, too.
    if (!entries.some(({ name }) => name === PROPERTIES)) return 'other';
    const attachments = entries.filter(({ name }) => name.startsWith('__attach_')).map(attachmentOf);
    return { stories: [{ read: () => mailFacts(properties, attachments) }], isComplete: true, attachments };
  },
};

/** The stream of properties of fixed length, behind a header of so many bytes (MS-OXMSG, 2.4). */
const PROPERTIES = '__properties_version1.0';
const MESSAGE_HEADER = 32;
const ATTACHMENT_HEADER = 8;
/** MS-OXPROPS: the properties that are read. */
const TAG = {
  importance: 0x0017,
  subject: 0x0037,
  submitted: 0x0039,
  delivered: 0x0e06,
  headers: 0x007d,
  sender: 0x0c1a,
  senderAddress: 0x0c1f,
  senderMail: 0x5d01,
  body: 0x1000,
  html: 0x1013,
  messageId: 0x1035,
  repliesTo: 0x1042,
  data: 0x3701,
  extension: 0x3703,
  shortName: 0x3704,
  name: 0x3707,
  type: 0x370e,
} as const;

interface Properties {
  /** Of variable length: text and data. */
  readonly streams: ReadonlyMap<number, { readonly type: string; readonly bytes: Uint8Array }>;
  /** Of fixed length: eight bytes. */
  readonly values: ReadonlyMap<number, Buffer>;
}

function propertiesOf(entries: readonly Entry[], header: number): Properties {
  const streams = new Map<number, { type: string; bytes: Uint8Array }>();
  const values = new Map<number, Buffer>();
  for (const { name, bytes } of entries) {
    const { tag = '', type = '' } = /^__substg1\.0_(?<tag>[\da-f]{4})(?<type>[\da-f]{4})$/i.exec(name)?.groups ?? {};
    if (tag !== '') streams.set(Number.parseInt(tag, 16), { type: type.toUpperCase(), bytes });
    if (name !== PROPERTIES) continue;
    const table = Buffer.from(bytes);
    for (let at = header; at + 16 <= table.length; at += 16)
      values.set(table.readUInt16LE(at + 2), table.subarray(at + 8, at + 16));
  }
  return { streams, values };
}

const UNICODE = '001F';

function textOf({ streams }: Properties, tag: number): string {
  const found = streams.get(tag);
  if (!found) return '';
  const text = found.type === UNICODE ? Buffer.from(found.bytes).toString('utf16le') : decodePart(found.bytes);
  return text.replaceAll('\0', '');
}

/** Hundreds of nanoseconds since 1601 (MS-DTYP, FILETIME). */
function timeOf({ values }: Properties, tag: number): ReadTime | undefined {
  const ticks = values.get(tag)?.readBigUInt64LE();
  if (ticks === undefined || ticks === 0n) return undefined;
  const date = new Date(Number(ticks / 10_000n) - 11_644_473_600_000);
  const iso = Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000', '');
  return iso ? { iso, raw: iso } : undefined;
}

function mailFacts(properties: Properties, attachments: readonly Attachment[]): Facts {
  const text = (tag: number) => textOf(properties, tag).trim();
  const isList = /^list-(?:id|unsubscribe):/im.test(text(TAG.headers));
  const subject = readSubject(text(TAG.subject), isList);
  const {
    body,
    notes,
    warnings,
    forwardedFrom = '',
    title,
    subhead,
    placed,
    place,
  } = bodyOf(properties, { ...subject, isList });
  const address = [TAG.senderMail, TAG.senderAddress].map(text).find((found) => found.includes('@'));
  const sender = senderOf(address === undefined ? text(TAG.sender) : `"${text(TAG.sender)}" <${address}>`);
  const importance = properties.values.get(TAG.importance)?.readUInt32LE();
  const repliesTo = text(TAG.repliesTo).replace(/^<|>$/g, '');
  return {
    guid: text(TAG.messageId).replace(/^<|>$/g, ''),
    headline: headlineOf(
      subject,
      title,
      body.length === 0 ? attachments.map(({ name }) => name).join(', ') || sender : undefined,
    ),
    subhead,
    dateline: placed,
    place,
    providers: [senderOf(forwardedFrom) || undefined, sender],
    times: [timeOf(properties, TAG.submitted), timeOf(properties, TAG.delivered)],
    urgency: importance === 2 ? 2 : importance === 0 ? 7 : undefined,
    related: repliesTo ? [{ text: subject.whole, certain: true, dispatchId: repliesTo }] : [],
    markers: subject.markers,
    body,
    notes: [...subject.notes, ...notes],
    isTyped: true,
    warnings,
  };
}

/** The text, else the page; both in UTF-8, as a part of a mail. */
function bodyOf(properties: Properties, kind: MailKind): ReturnType<typeof readBody> {
  const plain = textOf(properties, TAG.body);
  const type = plain.trim() === '' ? 'text/html' : 'text/plain';
  const text = plain.trim() === '' ? textOf(properties, TAG.html) : plain;
  if (text.trim() === '') return { body: [], notes: [], warnings: [] };
  return readBody(
    { type, charset: 'utf-8', content: Buffer.from(text).toString('latin1'), flowed: false, delSp: false },
    kind,
  );
}

function attachmentOf(storage: Entry): Attachment {
  const properties = propertiesOf(storage.children, ATTACHMENT_HEADER);
  const text = (tag: number) => textOf(properties, tag).trim();
  const name = text(TAG.name) || text(TAG.shortName) || text(TAG.extension) || storage.name;
  const bytes = properties.streams.get(TAG.data)?.bytes;
  const isText = bytes !== undefined && bytes.length > 0 && !/^(?:image|audio|video)\//i.test(text(TAG.type));
  return isText ? { name, bytes } : { name };
}
