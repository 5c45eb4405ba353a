import { type Message, message } from '../../preload/contract/messages.ts';
import { reasonOf } from '../errors.ts';
import { binaryKind } from './bytes/binary.ts';
import { decode } from './bytes/decode.ts';
import type { Problem } from './dispatch.ts';
import type { DecodedFile, Format, Head, Parsed } from './format.ts';
import { plain } from './formats/plain/plain.ts';
import { sha256 } from './normalise.ts';

/** Bytes. More than any dispatch has: a larger file is a mistake or an attack. */
export const MAX_FILE_SIZE = 10 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** The Problem of a file of more than `MAX_FILE_SIZE` bytes. */
export const tooLarge = (size: number): Problem => ({
  reason: 'too-large',
  message: message('file.too-large', {
    // Rounded up: what is too large never seems to have the size that is allowed.
    megabytes: Math.ceil((size / MEGABYTE) * 10) / 10,
    most: MAX_FILE_SIZE / MEGABYTE,
  }),
});

/**
 * Reads bytes by a table of formats: what cannot be text becomes a Problem, the rest goes to the first row that takes it,
 * to plain text at last. Never throws: a format whose parser fails hands the file on to plain text, with a warning.
 */
export function readBytes(
  formats: readonly Format[],
  bytes: Uint8Array,
  file: { path: string; receivedAt: string },
): Parsed {
  if (bytes.byteLength > MAX_FILE_SIZE) {
    return { kind: 'problem', problem: tooLarge(bytes.byteLength), complete: true };
  }
  if (bytes.byteLength === 0) return problem('empty', message('file.empty'), false);
  const { text, encoding, warnings } = decode(bytes);
  if (!/[^\s\p{Cc}\uFEFF]/u.test(text)) {
    return problem('empty', message('file.blank'), false);
  }
  const binary = encoding.startsWith('utf-16') ? undefined : binaryKind(bytes);
  if (binary) return problem('binary', message('file.binary', { kind: binary }));
  return parse(formats, { ...file, bytes, text, encoding, sha256: sha256(bytes), warnings });
}

const problem = (reason: Problem['reason'], message: Message, complete = true): Parsed => ({
  kind: 'problem',
  problem: { reason, message },
  complete,
});

function parse(formats: readonly Format[], file: DecodedFile): Parsed {
  const head: Head = { bytes: file.bytes.subarray(0, 4096), text: file.text.slice(0, 4096) };
  for (const format of formats) {
    try {
      if (!format.detects(head)) continue;
      const parsed = format.parse(file);
      if (parsed.kind !== 'other') return parsed;
    } catch (error) {
      return asPlain({
        ...file,
        warnings: [...file.warnings, message('format.failed', { format: format.name, reason: reasonOf(error) })],
      });
    }
  }
  return asPlain(file);
}

function asPlain(file: DecodedFile): Parsed {
  try {
    return plain.parse(file);
  } catch (error) {
    return problem('damaged', message('file.damaged', { reason: reasonOf(error) }));
  }
}
