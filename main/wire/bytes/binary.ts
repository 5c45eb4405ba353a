import { type Message, message } from '../../../preload/contract/messages.ts';

/** Signatures at the start of files that are not text (Library of Congress, "Sustainability of Digital Formats"; RFC 1952). */
const SIGNATURES: readonly (readonly [hex: string, what: Message])[] = [
  ['504b0304', message('binary.archive', { type: 'ZIP, Office' })],
  ['504b0506', message('binary.archive', { type: 'ZIP' })],
  ['255044462d', message('binary.document', { type: 'PDF' })],
  ['89504e470d0a1a0a', message('binary.picture', { type: 'PNG' })],
  ['ffd8ff', message('binary.picture', { type: 'JPEG' })],
  ['47494638', message('binary.picture', { type: 'GIF' })],
  ['49492a00', message('binary.picture', { type: 'TIFF' })],
  ['4d4d002a', message('binary.picture', { type: 'TIFF' })],
  ['52494646', message('binary.recording', { type: 'WAV, AVI, WebP' })],
  ['1f8b', message('binary.archive', { type: 'gzip' })],
  ['425a68', message('binary.archive', { type: 'bzip2' })],
  ['fd377a585a00', message('binary.archive', { type: 'xz' })],
  ['377abcaf271c', message('binary.archive', { type: '7z' })],
  ['526172211a07', message('binary.archive', { type: 'RAR' })],
  ['d0cf11e0a1b11ae1', message('binary.document', { type: 'Office' })],
  ['494433', message('binary.recording', { type: 'MP3' })],
  ['4f676753', message('binary.recording', { type: 'Ogg' })],
  ['7f454c46', message('binary.program')],
  ['4d5a90', message('binary.program')],
  ['53514c69746520666f726d6174', message('binary.database')],
];

/** The kind of binary file that bytes are; undefined for text. UTF-16 has to be ruled out first. */
export function binaryKind(bytes: Uint8Array): Message | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('hex');
  const known = SIGNATURES.find(([hex]) => head.startsWith(hex));
  if (known) return known[1];
  // ISO base media files have their signature after the length of their first box.
  if (head.startsWith('66747970', 8)) return message('binary.recording', { type: 'MP4' });
  return looksBinary(bytes) ? message('binary.unknown') : undefined;
}

/**
 * Wires use nearly every control character, but few of each. NUL occurs as filler before and after the text, inside it only after
 * transmission errors. Looks at the first 64 KiB.
 */
function looksBinary(bytes: Uint8Array): boolean {
  let end = Math.min(bytes.length, 65_536);
  let start = 0;
  while (start < end && bytes[start] === 0) start++;
  while (end > start && bytes[end - 1] === 0) end--;
  let zeros = 0;
  let controls = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x20) continue;
    if (byte === 0) zeros++;
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0x09) controls++;
  }
  const length = end - start;
  if (length === 0) return bytes.length > 0;
  return zeros > length * 0.005 || controls > Math.max(24, length * 0.15) || (zeros > 0 && controls > length * 0.05);
}
