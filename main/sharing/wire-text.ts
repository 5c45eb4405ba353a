/**
 * Strings as the server stores them: as JSON writes them, without the quotes. PostgreSQL's text cannot hold U+0000, and a half of a
 * surrogate pair would be lost on the way.
 */
export const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The string again. Throws a SyntaxError for what is no part of JSON. */
export function unescaped(text: string): string {
  const value: unknown = JSON.parse(`"${text}"`);
  if (typeof value !== 'string') throw new SyntaxError('not a string');
  return value;
}

/** Bytes. A key of the server's index must fit a third of a page of 8 KB. */
const MAX_KEY_BYTES = 1_200;

/** Whether the server can store an id or the name of a field, once escaped. */
export const fitsKey = (text: string): boolean => Buffer.byteLength(text) <= MAX_KEY_BYTES;
