import type { Format } from './format.ts';
import { newsml1 } from './newsml1.ts';
import { newsmlg2 } from './newsmlg2.ts';
import { nitf } from './nitf.ts';

/** The formats Depesche reads, in the order of detection. */
export const formats: readonly Format[] = [nitf, newsml1, newsmlg2];
