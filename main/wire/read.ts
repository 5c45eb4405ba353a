import type { FileContext, Parsed } from './file.ts';
import { formats } from './formats.ts';
import { readBytes } from './read-bytes.ts';

export { tooLarge } from './read-bytes.ts';

/**
 * Every story of a wire file, or the Problem that names why there is none. `path` is the place below the wire folder, with
 * forward slashes; `receivedAt` (ISO 8601) is when the file was written; `zone` and `encoding` are what the user has chosen. Content decides, never the name. Pure and
 * deterministic; never throws.
 */
export const readWire = (bytes: Uint8Array, file: FileContext): Parsed => readBytes(formats, bytes, file);
