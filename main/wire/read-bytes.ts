import { reasonOf } from '../errors.ts';
import { binaryKind } from './bytes/binary.ts';
import { decode } from './bytes/decode.ts';
import type { Problem } from './dispatch.ts';
import type { DecodedFile, Format, Head, Parsed } from './format.ts';
import { plain } from './formats/plain/plain.ts';
import { sha256 } from './normalise.ts';

/** Bytes. More than any dispatch has: a larger file is a mistake or an attack. */
export const MAX_FILE_SIZE = 10 * 1024 * 1024;

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
    const size = (bytes.byteLength / 1024 / 1024).toFixed(1);
    return problem(
      'too-large',
      `The file has ${size} MB, more than the 10 MB a wire file may have: split it or remove it.`,
    );
  }
  if (bytes.byteLength === 0) return problem('empty', 'The file is empty: have it sent again.', false);
  const { text, encoding, warnings } = decode(bytes);
  if (!/[^\s\p{Cc}\uFEFF]/u.test(text)) {
    return problem('empty', 'The file holds only spaces and control characters: have it sent again.', false);
  }
  const binary = encoding.startsWith('utf-16') ? undefined : binaryKind(bytes);
  if (binary) return problem('binary', `The file is ${binary}: convert it to text or remove it from the wire folder.`);
  return parse(formats, { ...file, bytes, text, encoding, sha256: sha256(bytes), warnings });
}

const problem = (reason: Problem['reason'], message: string, complete = true): Parsed => ({
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
      return asPlain({ ...file, warnings: [...file.warnings, failure(format.name, error)] });
    }
  }
  return asPlain(file);
}

const failure = (format: string, error: unknown): string =>
  `Looks like ${format}, but could not be read as that (${reasonOf(error)}): shown as plain text.`;

function asPlain(file: DecodedFile): Parsed {
  try {
    return plain.parse(file);
  } catch (error) {
    return problem('damaged', failure('text', error));
  }
}
