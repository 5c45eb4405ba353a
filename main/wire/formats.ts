import { anpa1312 } from './anpa1312.ts';
import { dts } from './dts.ts';
import type { Format } from './format.ts';
import { iptc7901 } from './iptc7901.ts';
import { mail } from './mail.ts';
import { newsml1 } from './newsml1.ts';
import { newsmlg2 } from './newsmlg2.ts';
import { nitf } from './nitf.ts';
import { plain } from './plain.ts';
import { zczc } from './zczc.ts';

/**
 * The formats in the order of detection: frames of control characters first, for nothing else looks like them; then
 * markup by its root; then headers of mail; then the loose German site text; plain text takes what is left. The first row
 * that detects a file and does not answer `other` has it. A new format is one file and one row here.
 */
export const formats: readonly Format[] = [anpa1312, iptc7901, zczc, nitf, newsml1, newsmlg2, mail, dts, plain];
