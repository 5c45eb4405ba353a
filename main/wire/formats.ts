import type { Format } from './format.ts';
import { anpa1312 } from './formats/anpa1312/anpa1312.ts';
import { ap } from './formats/ap.ts';
import { appl } from './formats/appl.ts';
import { cap } from './formats/cap.ts';
import { digitalwires } from './formats/digitalwires.ts';
import { djnml } from './formats/dowjones/djnml.ts';
import { factiva } from './formats/dowjones/factiva.ts';
import { factivaJson } from './formats/dowjones/factiva-json.ts';
import { dts } from './formats/dts/dts.ts';
import { atom } from './formats/feeds/atom.ts';
import { jsonfeed } from './formats/feeds/jsonfeed.ts';
import { rss } from './formats/feeds/rss.ts';
import { html } from './formats/generic/html.ts';
import { jsonFormat } from './formats/generic/json.ts';
import { xmlFormat } from './formats/generic/xml.ts';
import { iptc7901 } from './formats/iptc7901/iptc7901.ts';
import { jimi } from './formats/jimi.ts';
import { mail } from './formats/mail/mail.ts';
import { mrn } from './formats/mrn.ts';
import { newsml1 } from './formats/newsml1/newsml1.ts';
import { newsmlg2 } from './formats/newsmlg2/newsmlg2.ts';
import { ninjs } from './formats/ninjs/ninjs.ts';
import { nitf } from './formats/nitf.ts';
import { outlook } from './formats/outlook/outlook.ts';
import { plain } from './formats/plain/plain.ts';
import { ritzau } from './formats/ritzau.ts';
import { sportsml } from './formats/sportsml/sportsml.ts';
import { zczc } from './formats/zczc/zczc.ts';

/**
 * The formats in the order of detection: what is no text, then frames of control characters, for nothing else looks like them; then JSON by its
 * shape and markup by its root; then mail headers; then the loose text of German sites; plain text takes what is left. The first
 * row that detects a file and does not answer `other` has it. A new format is a folder (or file) of its own and one row here.
 */
export const formats: readonly Format[] = [
  outlook,
  anpa1312,
  iptc7901,
  zczc,
  jsonFormat([digitalwires, ap, mrn, factivaJson, jsonfeed, ninjs]),
  html,
  xmlFormat([appl, djnml, factiva, nitf, newsml1, newsmlg2, ritzau, jimi, sportsml, cap, rss, atom]),
  mail,
  dts,
  plain,
];
