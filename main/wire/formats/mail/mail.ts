import { DateTime } from 'luxon';
import { distinctMessages, type Message, message } from '../../../../preload/contract/messages.ts';
import { agencyName } from '../../agencies/agency.ts';
import { agencyTime } from '../../agencies/agency-time.ts';
import { stripControls, unixLines } from '../../bytes/control-codes.ts';
import type { Block, Dispatch, Note, Teaser } from '../../dispatch.ts';
import type { DecodedFile, Format, Parsed } from '../../format.ts';
import { htmlToBlocks } from '../../markup/html-blocks.ts';
import { blockText } from '../../normalise.ts';
import { finishDispatch } from '../../story/draft.ts';
import { readEmbargo } from '../../story/embargo.ts';
import { headlineMarker, lineMarker, strongest } from '../../story/markers.ts';
import { MOST_STORIES } from '../../story/most-stories.ts';
import { recall } from '../../story/recall.ts';
import { versionFields } from '../../story/version-fields.ts';
import { takeDateline } from '../../text/dateline.ts';
import { partNotes } from '../../text/notebook.ts';
import { toBlocks } from '../../text/wrapped-text.ts';
import { type MimePart, readMime } from './mime.ts';
import { bytesOf, charsetText, headerText } from './mime-words.ts';

/** Reads an attachment as a wire file of its own. */
export type ReadAttachment = (bytes: Uint8Array, file: { path: string; receivedAt: string }) => Parsed;

const KNOWN =
  /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|reply-to|sender|content-type|content-transfer-encoding|in-reply-to|references|x-[\w-]+|dkim-signature|arc-[\w-]+|list-[\w-]+|importance|precedence)$/i;

/** Mail (RFC 5322): subject, date, text; attachments that are wire files become dispatches where they can be read. */
export const createMail = (readAttachment: ReadAttachment | undefined): Format => ({
  name: 'mail',
  detects: (head) => looksLikeMail(head.text),
  parse: (file) => readMail(file, readAttachment),
});

/** Three known header names or more, and nothing but headers up to the first empty line. */
function looksLikeMail(text: string): boolean {
  const names = new Set<string>();
  let seen = 0;
  let ended = false;
  const top = text.replace(/^(?:[ \t]*\r?\n)+/, '');
  // Most text shows in its first line that it is none: so many lines need not be cut.
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
  // The way a mail came stands above its sender: headers that stop before that are still one.
  return names.size >= 3 && (!ended || names.has('from') || names.has('subject'));
}

function readMail(file: DecodedFile, readAttachment: ReadAttachment | undefined): Parsed {
  const mail = readMime(
    Buffer.from(file.bytes)
      .toString('latin1')
      .replace(/^\s*From [^\n]*\n/, ''),
  );
  const leaves = flatten(mail);
  const all = textParts(mail, leaves.length === 1);
  const main =
    all.shown.length > 0
      ? all.shown
      : leaves.filter((part) => part.type === 'text/plain' && part.content.trim() !== '').slice(0, 1);
  const rest = leaves.filter(
    (part) => !main.includes(part) && !all.passed.includes(part) && part.content.trim() !== '',
  );
  let left = MOST_STORIES;
  const attached = rest.map((part) => {
    const result = readPart(file, part, left > 0 ? readAttachment : undefined);
    left -= result.dispatches.length;
    return result;
  });
  const found = attached.flatMap((result) => result.dispatches);
  const story = readStory(
    file,
    mail,
    main,
    attached.flatMap((result) => result.warnings),
  );
  // A covering note of few words is not a story beside the wire file it brings.
  const covering = found.length > 0 && story.body.map(blockText).join(' ').length < 200;
  return {
    kind: 'dispatches',
    dispatches: covering ? found.map((one) => covered(one, story)) : [story, ...found],
    problems: [],
    complete: mail.complete,
  };
}

/** What a covering note says of the wire file it brings: an embargo, a kill, and its words, which are for the desk. */
function covered(dispatch: Dispatch, note: Dispatch): Dispatch {
  const { status, embargoUntil } = note;
  const text = note.body.map(blockText).join('\n');
  return {
    ...dispatch,
    ...(status === 'usable' || dispatch.status !== 'usable'
      ? {}
      : { status, ...(embargoUntil === undefined ? {} : { embargoUntil }) }),
    notes: [...dispatch.notes, ...note.notes, ...(text === '' ? [] : [{ kind: 'editor' as const, text }])],
    file: { ...dispatch.file, warnings: distinctMessages([...dispatch.file.warnings, ...note.file.warnings]) },
  };
}

/** RFC 2046: parts of multipart/mixed are read one after the other (5.1.3), of multipart/alternative one is (5.1.4). */
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

interface Attached {
  readonly dispatches: readonly Dispatch[];
  readonly warnings: readonly Message[];
}

function readPart(file: DecodedFile, part: MimePart, readAttachment: ReadAttachment | undefined): Attached {
  const name = part.name ?? part.type;
  const unread: Attached = { dispatches: [], warnings: [message('mail.attachment-skipped', { name })] };
  if (!readAttachment || /^(?:image|audio|video)\//.test(part.type)) return unread;
  const parsed = readAttachment(bytesOf(part.content), { path: file.path, receivedAt: file.receivedAt });
  if (parsed.kind !== 'dispatches') return unread;
  const stories = parsed.dispatches.filter((dispatch) => !['plain', 'html'].includes(dispatch.file.format));
  if (stories.length === 0) return unread;
  const warnings = [message('mail.attachment', { name })];
  return {
    dispatches: stories.map((dispatch) => ({
      ...dispatch,
      file: {
        ...dispatch.file,
        size: file.bytes.byteLength,
        sha256: file.sha256,
        warnings: [...dispatch.file.warnings, ...warnings],
      },
    })),
    warnings: [],
  };
}

function readStory(
  file: DecodedFile,
  mail: MimePart,
  main: readonly MimePart[],
  attached: readonly Message[],
): Dispatch {
  const header = (name: string) => headerText(mail.headers.get(name)?.[0] ?? '');
  const read = main.map(readBody);
  const blocks = read.flatMap((part) => part.blocks);
  const notes = read.flatMap((part) => part.notes);
  const { body, place } = takeDateline(blocks);
  const text = body.map(blockText).join('\n');
  const subject = header('subject').replace(/^(?:(?:re|fwd?|aw|wg)\s*:\s*)+/iu, '');
  const time = mailTime(header('date'));
  const version = versionFields({
    marker: strongest([headlineMarker(subject), lineMarker(subject), recall([subject], text)]),
    embargo: readEmbargo(`${subject}\n${text.slice(0, 1_500)}`, time ?? file.receivedAt),
    text: `${subject}\n${text}`,
    urgency: urgency(header('x-priority'), header('importance')),
  });
  return finishDispatch(file, 'mail', {
    ...version.fields,
    guid: header('message-id').replace(/^<|>$/g, ''),
    headline: subject || text.split('\n')[0]?.slice(0, 200) || 'Mail without subject',
    source: sender(header('from')),
    dateline: place,
    publishedAt: time,
    publishedRaw: time ? header('date') : undefined,
    related: replies(header('in-reply-to') || header('references'), subject),
    body,
    notes: [...version.notes, ...notes],
    warnings: [
      ...attached,
      ...(mail.complete ? [] : [message('mail.cut')]),
      ...(body.length === 0 ? [message('text.missing')] : []),
    ],
  });
}

function readBody(part: MimePart): { blocks: Block[]; notes: readonly Note[] } {
  const text = charsetText(part.content, part.charset);
  if (part.type === 'text/html') return { blocks: htmlToBlocks(text), notes: [] };
  const lines = stripControls(unflow(unixLines(text), part)).split('\n');
  // RFC 3676 §4.3: what stands below `-- ` is the sender's card.
  const card = lines.findIndex((line) => line === '-- ' || line === '--');
  const signature =
    card < 0
      ? ''
      : lines
          .slice(card + 1)
          .join('\n')
          .trim();
  const parted = partNotes(card < 0 ? lines : lines.slice(0, card));
  return {
    blocks: toBlocks(parted.body),
    notes: signature === '' ? parted.notes : [...parted.notes, { kind: 'contact', text: signature }],
  };
}

/** RFC 3676 §4: in flowed text a line that ends in a space goes on in the next one; the card's mark does not. */
const unflow = (text: string, part: MimePart): string =>
  part.flowed ? text.replace(/(?<!^--) \n(?=\S)/gm, part.delSp ? '' : ' ') : text;

/** The name before the address, else the address. A known agency gets its one spelling. */
function sender(from: string): string {
  const match = /^\s*"?(?<name>[^"<]*?)"?\s*<(?<address>[^>]+)>/.exec(from);
  const name = match?.groups?.name?.trim() || match?.groups?.address || from;
  return agencyName(name) ?? (name || 'unknown');
}

/** `X-Priority: 1 (Highest)` … 5 and `Importance: high` (RFC 4021) on the scale of wires. */
function urgency(priority: string, importance: string): number | undefined {
  const digit = /^[1-5]/.exec(priority)?.[0];
  if (digit) return [2, 3, 5, 6, 7][Number(digit) - 1];
  if (/^high/i.test(importance)) return 2;
  return /^low/i.test(importance) ? 7 : undefined;
}

/** RFC 5322 §3.3, with the offset it names. */
function mailTime(date: string): string | undefined {
  const time = DateTime.fromRFC2822(date.replace(/\s*\([^)]*\)\s*$/, ''), { setZone: true });
  return time.toISO({ suppressMilliseconds: true }) ?? agencyTime(date).iso;
}

function replies(ids: string, subject: string): Teaser[] {
  const id = /<([^>]+)>/.exec(ids)?.[1];
  return id ? [{ text: subject, certain: true, dispatchId: id }] : [];
}
