import type { DecodedFile, Head } from './file.ts';
import type { FormatId, Reading } from './story/reading.ts';

/** A wire format: reads a file into facts. story/finish.ts makes dispatches of them, by the same rules for all formats. */
export interface Format extends FormatId {
  /** Takes any text or page, so that its answer does not prove that an attachment is a wire file. */
  readonly takesAnything?: boolean;
  /** Its files are no text: it is asked before they are decoded, with an empty text. */
  readonly isBinary?: boolean;
  /** True when these bytes are certainly this format. Looks at the head of the file only; never throws. */
  detects(head: Head): boolean;
  /** The stories of the file; `other` when only its head looked like this format: the next row of the table is asked. Pure. */
  read(file: DecodedFile): Reading | 'other';
}
