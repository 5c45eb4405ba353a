import type { Agency } from './agency-row.ts';
import { EASTERN_EUROPEAN } from './eastern-european.ts';
import { GERMAN_SPEAKING } from './german-speaking.ts';
import { RELEASES } from './releases.ts';
import { WESTERN_EUROPEAN } from './western-european.ts';
import { WORLDWIDE } from './worldwide.ts';

/** The one table of agencies: every other list of them is derived from it. Of rows with the same name the later one counts. */
export const AGENCIES: readonly Agency[] = [
  ...GERMAN_SPEAKING,
  ...WESTERN_EUROPEAN,
  ...EASTERN_EUROPEAN,
  ...WORLDWIDE,
  ...RELEASES,
];
