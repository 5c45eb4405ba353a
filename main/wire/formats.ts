import type { Format } from './format.ts';
import { anpa1312 } from './formats/anpa1312/anpa1312.ts';
import { ap } from './formats/ap.ts';
import { digitalwires } from './formats/digitalwires.ts';
import { dts } from './formats/dts/dts.ts';
import { atom } from './formats/feeds/atom.ts';
import { jsonfeed } from './formats/feeds/jsonfeed.ts';
import { rss } from './formats/feeds/rss.ts';
import { html } from './formats/generic/html.ts';
import { json } from './formats/generic/json.ts';
import { xml } from './formats/generic/xml.ts';
import { iptc7901 } from './formats/iptc7901/iptc7901.ts';
import { jimi } from './formats/jimi.ts';
import { createMail } from './formats/mail/mail.ts';
import { newsml1 } from './formats/newsml1/newsml1.ts';
import { newsmlg2 } from './formats/newsmlg2/newsmlg2.ts';
import { ninjs } from './formats/ninjs/ninjs.ts';
import { nitf } from './formats/nitf.ts';
import { plain } from './formats/plain/plain.ts';
import { ritzau } from './formats/ritzau.ts';
import { zczc } from './formats/zczc/zczc.ts';
import { readBytes } from './read-bytes.ts';

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
