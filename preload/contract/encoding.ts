import { z } from 'zod';

/** The encodings that a file can be read in by choice, by their WHATWG names: those that wires have used. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'utf-16le',
  'utf-16be',
  'macintosh',
] as const;

export const Encoding = z.enum(ENCODINGS);
export type Encoding = z.infer<typeof Encoding>;
