import { anpa1312 } from './anpa1312.ts';
import { ap } from './ap.ts';
import { atom } from './atom.ts';
import { digitalwires } from './digitalwires.ts';
import { dts } from './dts.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { iptc7901 } from './iptc7901.ts';
import { jimi } from './jimi.ts';
import { json } from './json.ts';
import { jsonfeed } from './jsonfeed.ts';
import { createMail } from './mail.ts';
import { newsml1 } from './newsml1.ts';
import { newsmlg2 } from './newsmlg2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { plain } from './plain.ts';
import { readBytes } from './read-bytes.ts';
import { ritzau } from './ritzau.ts';
import { rss } from './rss.ts';
import { xml } from './xml.ts';
import { zczc } from './zczc.ts';

/** A mail in a mail is still opened; what that one has attached is not. */
const DEEPEST_MAIL = 2;

/**
 * The formats in the order of detection: frames of control characters first, for nothing else looks like them; then JSON by
 * its keys and markup by its root, the generic ones last; then headers of mail; then the loose German site text; plain text
 * takes what is left. The first row that detects a file and does not answer `other` has it. A new format is one file and one
 * row here.
 */
const table = (depth: number): readonly Format[] => [
  anpa1312,
  iptc7901,
  zczc,
  digitalwires,
  ap,
  jsonfeed,
  ninjs,
  json,
  nitf,
  newsml1,
  newsmlg2,
  ritzau,
  jimi,
  rss,
  atom,
  html,
  xml,
  createMail(depth < DEEPEST_MAIL ? (bytes, file) => readBytes(table(depth + 1), bytes, file) : undefined),
  dts,
  plain,
];

export const formats: readonly Format[] = table(0);
