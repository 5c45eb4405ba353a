import { distinctMessages, type Message, message } from '../../preload/contract/messages.ts';
import { reasonOf } from '../errors.ts';
import { binaryKind } from './bytes/binary.ts';
import { decode } from './bytes/decode.ts';
import { isRtf, rtfText } from './bytes/rtf.ts';
import { blockText, type Dispatch, MAX_FILE_BYTES, type Problem } from './dispatch.ts';
import type { DecodedFile, FileContext, Head, Parsed } from './file.ts';
import type { Format } from './format.ts';
import { sha256 } from './normalise.ts';
import { type Attachment, finishReading, MAX_STORIES } from './story/reading.ts';

const MEGABYTE = 1024 * 1024;

/** The Problem of a file of more than `MAX_FILE_BYTES` bytes. */
export const tooLarge = (size: number): Problem => ({
  reason: 'too-large',
  message: message('file.too-large', {
    // Rounded up: what is too large never seems to have the size that is allowed.
    megabytes: Math.ceil((size / MEGABYTE) * 10) / 10,
    most: MAX_FILE_BYTES / MEGABYTE,
  }),
});

/** Mails inside mails are opened this deep. */
const MAX_DEPTH = 2;

/** What reading gives, and the format that read it. */
interface Read {
  readonly parsed: Parsed;
  readonly format?: Format;
}

/**
 * Reads bytes by a table of formats. What cannot be text becomes a Problem; the first row that detects and reads a file has it.
 * Never throws: when a format fails, the last row reads the file, with a warning.
 */
export const readBytes = (formats: readonly Format[], bytes: Uint8Array, file: FileContext): Parsed =>
  readAt(0, formats, bytes, file).parsed;

function readAt(depth: number, formats: readonly Format[], bytes: Uint8Array, file: FileContext): Read {
  if (bytes.byteLength > MAX_FILE_BYTES) return failed(tooLarge(bytes.byteLength));
  if (bytes.byteLength === 0) return failed({ reason: 'empty', message: message('file.empty') }, false);
  const open = (attachment: Uint8Array): Read | undefined =>
    depth < MAX_DEPTH ? readAt(depth + 1, formats, attachment, file) : undefined;
  const known = { ...file, bytes, sha256: sha256(bytes) };
  const whole = readBinary(formats, { ...known, text: '', encoding: 'utf-16le', warnings: [] }, open);
  if (whole) return whole;
  const rich = isRtf(bytes) ? rtfText(bytes) : undefined;
  const { text, encoding, warnings } = rich ? { ...rich, warnings: [] } : decode(bytes, file.encoding);
  if (!/[^\s\p{Cc}\uFEFF]/u.test(text)) {
    return failed({ reason: 'empty', message: message('file.blank') }, false);
  }
  const binary = rich || encoding.startsWith('utf-16') ? undefined : binaryKind(bytes);
  if (binary) return failed({ reason: 'binary', message: message('file.binary', { kind: binary }) });
  const decoded: DecodedFile = { ...known, text, encoding, warnings };
  const read = readText(formats, decoded, open);
  return rich?.isComplete === false ? { ...read, parsed: { ...read.parsed, complete: false } } : read;
}

const failed = (problem: Problem, complete = true): Read => ({ parsed: { kind: 'problem', problem, complete } });

type Open = (bytes: Uint8Array) => Read | undefined;

/** A file of a format that is no text; undefined for all others. */
function readBinary(formats: readonly Format[], file: DecodedFile, open: Open): Read | undefined {
  const head: Head = { bytes: file.bytes.subarray(0, 4096), text: '' };
  const format = formats.find((one) => one.isBinary && one.detects(head));
  if (!format) return undefined;
  try {
    const reading = format.read(file);
    if (reading === 'other') return undefined;
    return {
      parsed: withAttachments(finishReading(reading, file, format), reading.attachments ?? [], file, open),
      format,
    };
  } catch (error) {
    return failed({ reason: 'damaged', message: message('file.damaged', { reason: reasonOf(error) }) });
  }
}

function readText(formats: readonly Format[], file: DecodedFile, open: Open): Read {
  const head: Head = { bytes: file.bytes.subarray(0, 4096), text: file.text.slice(0, 4096) };
  let found = file;
  for (const format of formats.filter((one) => !one.isBinary)) {
    const isLast = format === formats.at(-1);
    if (found !== file && !isLast) continue;
    try {
      if (!format.detects(head)) continue;
      const reading = format.read(found);
      if (reading === 'other') continue;
      const parsed = finishReading(reading, found, format);
      return { parsed: withAttachments(parsed, reading.attachments ?? [], found, open), format };
    } catch (error) {
      const reason = reasonOf(error);
      if (isLast) return failed({ reason: 'damaged', message: message('file.damaged', { reason }) });
      found = { ...file, warnings: [...file.warnings, message('format.failed', { format: format.name, reason })] };
    }
  }
  return failed({ reason: 'not-a-story', message: message('file.no-story') });
}

/** Characters of the text of a covering note. */
const MAX_NOTE_CHARS = 200;

/** The stories of a file and of the wire files attached to it. A short covering note is not a story of its own. */
function withAttachments(parsed: Parsed, attachments: readonly Attachment[], file: DecodedFile, open: Open): Parsed {
  const [note, ...others] = parsed.kind === 'dispatches' ? parsed.dispatches : [];
  if (parsed.kind !== 'dispatches' || note === undefined || attachments.length === 0) return parsed;
  const found: Dispatch[] = [];
  const warnings: Message[] = [];
  for (const attachment of attachments) {
    const stories = found.length < MAX_STORIES ? storiesIn(attachment, file, open) : [];
    if (stories.length === 0) warnings.push(message('mail.attachment-skipped', { name: attachment.name }));
    found.push(...stories.map((one) => sentWith(one, note)));
  }
  const story = warned(note, warnings);
  const isNote = found.length > 0 && others.length === 0 && note.body.map(blockText).join(' ').length < MAX_NOTE_CHARS;
  const dispatches = isNote ? found.map((one) => covered(one, story)) : [story, ...others, ...found];
  return { ...parsed, dispatches };
}

/** Characters of a text without format that is a story: less is a card or a line below a mail. */
const MIN_TEXT_CHARS = 80;

/** The stories of an attachment; none unless it is certainly a wire file, or a text of some length. */
function storiesIn({ name, bytes, isText }: Attachment, file: DecodedFile, open: Open): Dispatch[] {
  const { parsed, format } = (bytes && open(bytes)) ?? {};
  if (parsed?.kind !== 'dispatches') return [];
  const isStory = (isText || (bytes !== undefined && isRtf(bytes))) && (bytes?.length ?? 0) >= MIN_TEXT_CHARS;
  if (format?.takesAnything && !isStory) return [];
  return parsed.dispatches.map((dispatch) => {
    const { size, sha256: hash } = { size: file.bytes.byteLength, sha256: file.sha256 };
    const marked = warned(dispatch, [message('mail.attachment', { name })]);
    return { ...marked, file: { ...marked.file, size, sha256: hash } };
  });
}

const warned = (dispatch: Dispatch, warnings: readonly Message[]): Dispatch => ({
  ...dispatch,
  file: { ...dispatch.file, warnings: distinctMessages([...dispatch.file.warnings, ...warnings]) },
});

/** A story with the time and the source of the mail that brings it, where it names none. */
function sentWith(dispatch: Dispatch, { publishedAt, publishedRaw, source }: Dispatch): Dispatch {
  const named = dispatch.source === undefined && source !== undefined ? { ...dispatch, source } : dispatch;
  if (dispatch.publishedRaw !== undefined || publishedRaw === undefined) return named;
  const warnings = named.file.warnings.filter(({ code }) => code !== 'time.missing');
  return { ...named, publishedAt, publishedRaw, file: { ...named.file, warnings } };
}

/** A story with what its covering note says: an embargo, a kill, and the note's words, which are for the desk. */
function covered(dispatch: Dispatch, note: Dispatch): Dispatch {
  const { status, embargoUntil } = note;
  const text = note.body.map(blockText).join('\n');
  const isChanged = status !== 'usable' && dispatch.status === 'usable';
  return warned(
    {
      ...dispatch,
      ...(isChanged ? { status, ...(embargoUntil === undefined ? {} : { embargoUntil }) } : {}),
      notes: [...dispatch.notes, ...note.notes, ...(text === '' ? [] : [{ kind: 'editor' as const, text }])],
    },
    // A mail that is nothing but its attachment lacks no text.
    note.file.warnings.filter(({ code }) => code !== 'text.missing'),
  );
}
