/** Control characters of 7901 and ANPA 1312 by name (ISO 646; IPTC 7901 rev. 5, ANPA 1312). */
export const SOH = '\x01';
export const STX = '\x02';
export const ETX = '\x03';

/** Text with LF line ends and without NUL, which transmission adds anywhere. */
export const unixLines = (text: string): string =>
  (text.includes('\r') ? text.replace(/(?<!\r)\r+\n|\r/g, '\n') : text).replaceAll('\0', '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is what this is for.
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\uFEFF]/;
const ALL_CONTROLS = new RegExp(CONTROLS.source, 'g');
// biome-ignore lint/suspicious/noControlCharactersInRegex: the unit separator is a column mark of ANPA 1312.
const COLUMN_MARKS = /[\x1f\t]/g;

/**
 * Text for display: typographic codes (fonts, quads, bells, DEL …, C1 included) removed, unit separator and tabs as gaps
 * between columns, space band (DLE) as a space. Line feeds stay.
 */
export function stripControls(text: string): string {
  if (!CONTROLS.test(text)) return shortGaps(text);
  return shortGaps(text.replaceAll('\x10', ' ').replace(COLUMN_MARKS, '   ').replace(ALL_CONTROLS, ''));
}

/** Wider gaps are shortened: no column is wider, and patterns that look for line ends would be slow. */
const MAX_GAP = ' '.repeat(256);
const shortGaps = (text: string): string =>
  text.includes(MAX_GAP) ? text.replace(/(?<![ \u00a0])[ \u00a0]{256,}/g, MAX_GAP) : text;
