import { program } from './de/program.ts';
import { reading } from './de/reading.ts';

/** Every text of the reader in German. Its keys are those that the other catalogues have to have. */
export const de = { ...reading, ...program } as const;
