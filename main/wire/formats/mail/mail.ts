import { DateTime } from 'luxon';
import { message as say } from '../../../../preload/contract/messages.ts';
import { agencyTime } from '../../agencies/agency-time.ts';
import { repairedMojibake } from '../../bytes/mojibake.ts';
import type { Block, Teaser } from '../../dispatch.ts';
import type { DecodedFile } from '../../file.ts';
import type { Format } from '../../format.ts';
import type { Facts, ReadTime } from '../../story/facts.ts';
import type { Attachment, Reading } from '../../story/reading.ts';
import { type Invitation, readInvitation } from './calendar.ts';
import { senderOf } from './headers.ts';
import { mailsIn } from './mbox.ts';
import { type MimePart, readMime } from './mime.ts';
import { withoutComments } from './mime-parameters.ts';
import { bytesOf, headerText } from './mime-words.ts';
import { readBody, type TextPart } from './part-text.ts';
import { headlineOf, readSubject } from './subject.ts';
import { readTnef } from './tnef.ts';

const KNOWN =
  /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|reply-to|sender|content-type|content-transfer-encoding|in-reply-to|references|x-[\w-]+|dkim-signature|arc-[\w-]+|list-[\w-]+|importance|precedence)$/i;

/** Mail (RFC 5322): subject, date, text; attachments may be wire files themselves. */
export const mail: Format = {
  name: 'mail',
  label: 'mail',
  detects: (head) => looksLikeMail(head.text),
  read: readMail,
};

/** Three known header names or more, and nothing but headers up to the first empty line. */
function looksLikeMail(text: string): boolean {
  const names = new Set<string>();
  let seen = 0;
  let ended = false;
  const top = text.replace(/^(?:[ \t]*\r?\n)+/, '');
  // The first line rules out most text, without splitting it into lines.
  if (!/^(?:From |[!-9;-~]+[ \t]*:)/.test(top)) return false;
  const lines = top.split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '' && seen > 0) {
      ended = i < lines.length - 1;
      break;
    }
    seen++;
    if (/^[ \t]/.test(line) && seen > 1) continue;
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1];
    if (name === undefined) {
      if (seen === 1 && line.startsWith('From ')) continue;
      // The head, or a file that is still being written, may stop in the middle of a line.
      if (i === lines.length - 1) break;
      return false;
    }
    if (KNOWN.test(name)) names.add(name.toLowerCase());
    if (names.size >= 12) return true;
  }
  // Trace headers come before the sender: a file that stops among them is still a mail.
  return names.size >= 3 && (!ended || names.has('from') || names.has('subject'));
}

function readMail(file: DecodedFile): Reading {
  const mails = mailsIn(Buffer.from(file.bytes).toString('latin1')).map((text) => contentsOf(readMime(text)));
  const single = mails.length === 1;
  return {
    stories: mails.map((mail, index) => ({ ...(single ? {} : { item: index + 1 }), read: () => mailFacts(mail) })),
    isComplete: mails.every(({ message }) => message.complete),
    attachments: mails.flatMap(({ attachments }) => attachments),
  };
}

/** A mail: its parts that are its text, and all others. */
interface Contents {
  readonly message: MimePart;
  readonly main: readonly TextPart[];
  readonly attachments: readonly Attachment[];
  readonly invitation?: Invitation | undefined;
}

const CALENDAR = /^(?:text\/calendar|application\/ics)$/;

function contentsOf(message: MimePart): Contents {
  const leaves = flatten(message);
  const all = textParts(message, leaves.length === 1);
  const main =
    all.shown.length > 0
      ? all.shown
      : leaves.filter((part) => part.type === 'text/plain' && part.content.trim() !== '').slice(0, 1);
  const calendars = leaves.filter(({ type }) => CALENDAR.test(type));
  const invitation = calendars.map((part) => readInvitation(part.content, part.charset)).find(Boolean);
  const rest = leaves.filter(
    (part) =>
      !(invitation && calendars.includes(part)) &&
      !main.includes(part) &&
      !all.passed.includes(part) &&
      part.content.trim() !== '' &&
      !isAccessory(part),
  );
  const packed = rest.map((part) => (TNEF.test(part.type) ? readTnef(bytesOf(part.content)) : undefined));
  const texts = packed.flatMap((contents) => (contents?.text ? [plainPart(contents.text)] : []));
  return {
    message,
    main: main.length > 0 ? main : texts,
    attachments: rest.flatMap((part, at) => packed[at]?.attachments ?? [attachmentOf(part)]),
    invitation,
  };
}

const TNEF = /^application\/(?:vnd\.)?ms-tnef$/;
const plainPart = (text: string): TextPart => ({
  type: 'text/plain',
  charset: 'utf-8',
  content: Buffer.from(text).toString('latin1'),
  flowed: false,
  delSp: false,
});

/** Signatures, and the pictures of a page, which are not worth a warning. */
const isAccessory = (part: MimePart): boolean =>
  /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys)$/.test(part.type) ||
  (part.type.startsWith('image/') && !part.attachment && part.headers.has('content-id'));

function attachmentOf(part: MimePart): Attachment {
  const name = part.name ?? part.type;
  if (/^(?:image|audio|video)\//.test(part.type)) return { name };
  return { name, bytes: bytesOf(part.content), ...(part.type === 'text/plain' ? { isText: true } : {}) };
}

/** Types of text that are the text of a mail; calendars, cards and tables are not. */
const TEXT = /^(?:text\/(?:plain|html|enriched|markdown|x-[\w.-]*markdown)|application\/x-www-form-urlencoded)$/;
/** What stands in the plain text of mails that want to be read as a page. */
const STUB =
  /\bHTML\b|\b(?:view|read) (?:this|it|the) .{0,30}\b(?:online|browser)\b|\bim Browser\b|\bdans (?:votre|un) navigateur\b/i;
/** Characters without addresses. A longer text is no stub. */
const MAX_STUB_CHARS = 250;

/** A plain text that only says that there is a page beside it. */
function isStub({ content }: MimePart, page: MimePart | undefined): boolean {
  const text = content
    .slice(0, 4_000)
    .replace(/https?:\/\/\S+/g, '')
    .trim();
  return page !== undefined && text.length <= MAX_STUB_CHARS && page.content.length > text.length && STUB.test(text);
}

/** RFC 2046: all parts of multipart/mixed are read (5.1.3), one part of multipart/alternative (5.1.4). */
function textParts(part: MimePart, only: boolean): { shown: MimePart[]; passed: MimePart[] } {
  if (part.parts.length === 0) {
    const isText = TEXT.test(part.type) && !part.attachment && (only || part.name === undefined);
    return { shown: isText && part.content.trim() !== '' ? [part] : [], passed: [] };
  }
  const inner = part.parts.map((child) => textParts(child, false));
  const passed = inner.flatMap((one) => one.passed);
  if (part.type !== 'multipart/alternative') return { shown: inner.flatMap((one) => one.shown), passed };
  const page = inner.flatMap((one) => one.shown).find((found) => found.type === 'text/html');
  const plain = inner.find((one) => one.shown.some((found) => found.type === 'text/plain' && !isStub(found, page)));
  const chosen = plain ?? inner.findLast((one) => one.shown.length > 0);
  return {
    shown: chosen?.shown ?? [],
    passed: [...passed, ...inner.filter((one) => one !== chosen).flatMap((one) => one.shown)],
  };
}

const flatten = (part: MimePart): MimePart[] => (part.parts.length > 0 ? part.parts.flatMap(flatten) : [part]);

function mailFacts({ message, main, attachments, invitation }: Contents): Facts {
  const header = (name: string) => {
    const text = headerText(message.headers.get(name)?.[0] ?? '');
    return repairedMojibake(text) ?? text;
  };
  const isList = ['list-id', 'list-unsubscribe'].some((name) => message.headers.has(name));
  const subject = readSubject(header('subject'), isList);
  const read = main.map((part) => readBody(part, { ...subject, isList }));
  const written = read.flatMap((part) => part.body);
  const body = written.length > 0 ? written : invitedTo(invitation);
  const sender = senderOf(header('from'));
  const forwarded = senderOf(read.map((part) => part.forwardedFrom).find(Boolean) ?? '');
  return {
    guid: header('message-id').replace(/^<|>$/g, ''),
    headline: headlineOf(
      subject,
      read[0]?.title,
      invitation?.summary,
      // What a mail of neither subject nor text brings, or who sent it.
      body.length === 0 ? attachments.map(({ name }) => name).join(', ') || sender : undefined,
    ),
    subhead: read[0]?.subhead,
    dateline: read[0]?.placed,
    place: read[0]?.place,
    providers: [forwarded || undefined, sender],
    times: [sentAt(header('date'), message)],
    keywords: header('keywords')
      .split(/[,;]/)
      .map((word) => word.trim()),
    language: header('content-language').split(',')[0],
    urgency: urgencyOf(header('x-priority'), header('importance')),
    related: replies(header('in-reply-to') || header('references'), subject.whole),
    markers: subject.markers,
    event: invitation?.event,
    isNotice: invitation !== undefined || undefined,
    body,
    notes: [...subject.notes, ...read.flatMap((part) => part.notes)],
    isTyped: true,
    warnings: [...read.flatMap((part) => part.warnings), ...(message.complete ? [] : [say('mail.cut')])],
  };
}

/** The text of an invitation. */
const invitedTo = (invitation: Invitation | undefined): Block[] =>
  invitation?.description.map((text) => ({ type: 'paragraph', text })) ?? [];

/** `X-Priority: 1 (Highest)` … 5 and `Importance: high` (RFC 4021) on the 1–9 scale of wires. */
function urgencyOf(priority: string, importance: string): number | undefined {
  const digit = /^[1-5]/.exec(priority)?.[0];
  if (digit) return [2, 3, 5, 6, 7][Number(digit) - 1];
  if (/^high/i.test(importance)) return 2;
  return /^low/i.test(importance) ? 7 : undefined;
}

/** RFC 5322 §3.3, with the offset it names. */
function mailTime(date: string): ReadTime | undefined {
  const time = DateTime.fromRFC2822(date, { setZone: true });
  const iso = time.toISO({ suppressMilliseconds: true });
  return iso ? { iso, raw: date } : undefined;
}

/** The time in the Date header, in whatever form; where there is none, when the last server received the mail. */
function sentAt(header: string, message: MimePart): ReadTime | string | undefined {
  const date = withoutComments(header).trim();
  const exact = mailTime(date);
  if (exact !== undefined || agencyTime(date).iso !== undefined) return exact ?? date;
  return mailTime(receivedAt(message)) ?? date;
}

/** RFC 5321 §4.4: behind the last semicolon of what each server wrote, the last one first. */
const receivedAt = (message: MimePart): string =>
  withoutComments(message.headers.get('received')?.[0]?.split(';').at(-1) ?? '').trim();

function replies(ids: string, subject: string): Teaser[] {
  const id = /<([^<>]+)>/.exec(ids)?.[1];
  return id ? [{ text: subject, certain: true, dispatchId: id }] : [];
}
