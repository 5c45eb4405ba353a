/** Signatures at the start of files that are no text (Library of Congress, "Sustainability of Digital Formats"; RFC 1952). */
const SIGNATURES: readonly (readonly [hex: string, what: string])[] = [
  ['504b0304', 'a ZIP archive or an Office document'],
  ['504b0506', 'an empty ZIP archive'],
  ['255044462d', 'a PDF document'],
  ['89504e470d0a1a0a', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['49492a00', 'a TIFF picture'],
  ['4d4d002a', 'a TIFF picture'],
  ['52494646', 'a RIFF file (WAV, AVI or WebP)'],
  ['1f8b', 'a gzip archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an xz archive'],
  ['377abcaf271c', 'a 7z archive'],
  ['526172211a07', 'a RAR archive'],
  ['d0cf11e0a1b11ae1', 'an old Office document'],
  ['7b5c727466', 'an RTF document'],
  ['494433', 'an MP3 recording'],
  ['4f676753', 'an Ogg recording'],
  ['7f454c46', 'a program'],
  ['4d5a90', 'a program'],
  ['53514c69746520666f726d6174', 'an SQLite database'],
];

/** What these bytes are when they are no text; undefined for text. UTF-16 has to be ruled out before. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('hex');
  const known = SIGNATURES.find(([hex]) => head.startsWith(hex));
  if (known) return known[1];
  // ISO base media files carry their signature after the length of their first box.
  if (head.startsWith('66747970', 8)) return 'a video or audio recording';
  return looksBinary(bytes) ? 'no text, but binary data of an unknown kind' : undefined;
}

/**
 * Wires use nearly every control character, but few of them; NUL occurs as filler before and after the text, in it only
 * by the way of a bad line. Looks at the first 64 KiB.
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
