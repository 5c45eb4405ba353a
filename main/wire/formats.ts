import { ap } from './ap.ts';
import { digitalwires } from './digitalwires.ts';
import type { Format } from './format.ts';
import { jsonfeed } from './jsonfeed.ts';
import { newsml1 } from './newsml1.ts';
import { newsmlg2 } from './newsmlg2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';

/** The formats Depesche reads, in the order of detection. */
export const formats: readonly Format[] = [digitalwires, ap, jsonfeed, ninjs, nitf, newsml1, newsmlg2];
