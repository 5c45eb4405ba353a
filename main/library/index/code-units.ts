/**
 * Texts as arrays of UTF-16 code units: looping over an array is several times faster than indexing a string, and an import
 * loops over every text it reads. The arrays are reused for the next text; only very long texts get one of their own.
 */

/** Code units. Few dispatches are longer. */
const USUAL = 64 * 1024;
const usualInput = pairOf(new Uint16Array(USUAL));
const usualOutput = pairOf(new Uint16Array(USUAL));
const usualBytes = pairOf(new Uint8Array(USUAL));

/** An array, and a buffer over the same memory that converts it from and to text. */
function pairOf<Units extends Uint8Array | Uint16Array>(units: Units): { units: Units; buffer: Buffer } {
  return { units, buffer: Buffer.from(units.buffer) };
}

/** The code units of a text; ignore what follows `text.length`. Valid until the next call. */
function codeUnits(text: string): Uint16Array {
  const { units, buffer } = text.length <= USUAL ? usualInput : pairOf(new Uint16Array(text.length));
  buffer.write(text, 'utf16le');
  return units;
}

/** The text with each code unit replaced by its entry in `table`; units with entry 0 are left out. */
export function mapUnits(text: string, table: Uint16Array): string {
  const units = codeUnits(text);
  const wide = text.length <= USUAL ? usualOutput : pairOf(new Uint16Array(text.length));
  const narrow = text.length <= USUAL ? usualBytes : pairOf(new Uint8Array(text.length));
  let length = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = table[units[i] ?? 0] ?? 0;
    if (unit === 0) continue;
    all |= unit;
    wide.units[length] = unit;
    narrow.units[length] = unit;
    length += 1;
  }
  // Text stored with one byte per letter halves the work of everything that follows.
  return all <= 0xff ? narrow.buffer.toString('latin1', 0, length) : wide.buffer.toString('utf16le', 0, length * 2);
}
