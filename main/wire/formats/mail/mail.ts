import { DateTime } from 'luxon';
import { message as say } from '../../../../preload/contract/messages.ts';
import { repairedMojibake } from '../../bytes/mojibake.ts';
import type { Teaser } from '../../dispatch.ts';
import type { DecodedFile } from '../../file.ts';
import type { Format } from '../../format.ts';
import type { Facts, ReadTime } from '../../story/facts.ts';
import type { Attachment, Reading } from '../../story/reading.ts';
import { type MimePart, readMime } from './mime.ts';
import { withoutComments } from './mime-parameters.ts';
import { bytesOf, headerText } from './mime-words.ts';
import { readBody } from './part-text.ts';

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
  const message = readMime(
    Buffer.from(file.bytes)
      .toString('latin1')
      .replace(/^\s*From [^\n]*\n/, ''),
  );
  const leaves = flatten(message);
  const all = textParts(message, leaves.length === 1);
  const main =
    all.shown.length > 0
      ? all.shown
      : leaves.filter((part) => part.type === 'text/plain' && part.content.trim() !== '').slice(0, 1);
  const rest = leaves.filter(
    (part) => !main.includes(part) && !all.passed.includes(part) && part.content.trim() !== '',
  );
  const attachments = rest.map(attachmentOf);
  return {
    stories: [{ read: () => mailFacts(message, main, attachments) }],
    isComplete: message.complete,
    attachments,
  };
}

function attachmentOf(part: MimePart): Attachment {
  const name = part.name ?? part.type;
  return /^(?:image|audio|video)\//.test(part.type) ? { name } : { name, bytes: bytesOf(part.content) };
}

/** RFC 2046: all parts of multipart/mixed are read (5.1.3), one part of multipart/alternative (5.1.4). */
function textParts(part: MimePart, only: boolean): { shown: MimePart[]; passed: MimePart[] } {
  if (part.parts.length === 0) {
    const isText = /^text\/(?:plain|html)$/.test(part.type) && !part.attachment && (only || part.name === undefined);
    return { shown: isText && part.content.trim() !== '' ? [part] : [], passed: [] };
  }
  const inner = part.parts.map((child) => textParts(child, false));
  const passed = inner.flatMap((one) => one.passed);
  if (part.type !== 'multipart/alternative') return { shown: inner.flatMap((one) => one.shown), passed };
  const plain = inner.find((one) => one.shown.some((found) => found.type === 'text/plain'));
  const chosen = plain ?? inner.find((one) => one.shown.length > 0);
  return {
    shown: chosen?.shown ?? [],
    passed: [...passed, ...inner.filter((one) => one !== chosen).flatMap((one) => one.shown)],
  };
}

const flatten = (part: MimePart): MimePart[] => (part.parts.length > 0 ? part.parts.flatMap(flatten) : [part]);

function mailFacts(message: MimePart, main: readonly MimePart[], attachments: readonly Attachment[]): Facts {
  const header = (name: string) => {
    const text = headerText(message.headers.get(name)?.[0] ?? '');
    return repairedMojibake(text) ?? text;
  };
  const isList = ['list-id', 'list-unsubscribe'].some((name) => message.headers.has(name));
  const read = main.map((part) => readBody(part, isList));
  const subject = header('subject').replace(/^(?:(?:re|fwd?|aw|wg)\s*:\s*)+/iu, '');
  const body = read.flatMap((part) => part.body);
  const sender = senderOf(header('from'));
  return {
    guid: header('message-id').replace(/^<|>$/g, ''),
    // What a mail of neither subject nor text brings, or who sent it.
    headline: subject || (body.length === 0 ? attachments.map(({ name }) => name).join(', ') || sender : undefined),
    providers: [sender],
    times: [mailTime(header('date')) ?? header('date')],
    urgency: urgencyOf(header('x-priority'), header('importance')),
    related: replies(header('in-reply-to') || header('references'), subject),
    body,
    notes: read.flatMap((part) => part.notes),
    isTyped: true,
    warnings: [...read.flatMap((part) => part.warnings), ...(message.complete ? [] : [say('mail.cut')])],
  };
}

/** The name before the address, else the address. */
function senderOf(from: string): string {
  const match = /^"?(?<name>[^"<]*)(?:"\s*)?<(?<address>[^>]+)>/.exec(from.trimStart());
  return match?.groups?.name?.trim() || match?.groups?.address || from;
}

/** `X-Priority: 1 (Highest)` … 5 and `Importance: high` (RFC 4021) on the 1–9 scale of wires. */
function urgencyOf(priority: string, importance: string): number | undefined {
  const digit = /^[1-5]/.exec(priority)?.[0];
  if (digit) return [2, 3, 5, 6, 7][Number(digit) - 1];
  if (/^high/i.test(importance)) return 2;
  return /^low/i.test(importance) ? 7 : undefined;
}

/** RFC 5322 §3.3, with the offset it names. */
function mailTime(date: string): ReadTime | undefined {
  const time = DateTime.fromRFC2822(withoutComments(date).trim(), { setZone: true });
  const iso = time.toISO({ suppressMilliseconds: true });
  return iso ? { iso, raw: date } : undefined;
}

function replies(ids: string, subject: string): Teaser[] {
  const id = /<([^<>]+)>/.exec(ids)?.[1];
  return id ? [{ text: subject, certain: true, dispatchId: id }] : [];
}
