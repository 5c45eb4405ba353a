import { ap } from './ap.ts';
import { atom } from './atom.ts';
import { digitalwires } from './digitalwires.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { jimi } from './jimi.ts';
import { json } from './json.ts';
import { jsonfeed } from './jsonfeed.ts';
import { newsml1 } from './newsml1.ts';
import { newsmlg2 } from './newsmlg2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { ritzau } from './ritzau.ts';
import { rss } from './rss.ts';
import { xml } from './xml.ts';

/** The formats Depesche reads, in the order of detection. */
export const formats: readonly Format[] = [
  ...[digitalwires, ap, jsonfeed, ninjs, json],
  ...[nitf, newsml1, newsmlg2, rss, atom, ritzau, jimi, html, xml],
];
