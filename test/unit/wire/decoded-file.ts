import type { DecodedFile, Head } from '../../../main/wire/file.ts';
import { sha256 } from '../../../main/wire/normalise.ts';

/** Bytes as a parser gets them, decoded simply: byte order mark, strict UTF-8, then what the file declares, windows-1252. */
export function decodedFile(bytes: Uint8Array, path = 'test/file'): DecodedFile {
  const { text, encoding } = decode(bytes);
  return { path, bytes, text, encoding, sha256: sha256(bytes), receivedAt: '2026-11-28T12:00:00Z', warnings: [] };
}

export const decodedText = (text: string): DecodedFile => decodedFile(new TextEncoder().encode(text));

export const headOf = (file: DecodedFile): Head => ({
  bytes: file.bytes.subarray(0, 4096),
  text: file.text.slice(0, 4096),
});

function decode(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return inEncoding(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return inEncoding(bytes, 'utf-16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return inEncoding(bytes, 'utf-8');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
    const declared = /encoding=["']([\w-]+)["']/.exec(head)?.[1]?.toLowerCase();
    return inEncoding(bytes, declared && declared !== 'utf-8' ? declared : 'windows-1252');
  }
}

function inEncoding(bytes: Uint8Array, encoding: string): { text: string; encoding: string } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
