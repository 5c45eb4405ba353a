import { test } from 'vitest';
import { random } from '../bench/vocabulary.ts';
import { FAULTS } from '../faults/faults.ts';
import { temporaryFolder } from './temporary.ts';

/** Those that take a second or two; the others, and more rounds: `npm run test:faults`. */
const QUICK = 'kill-import-call kill-marking kill-marking-call kill-rebuild-call full-disk read-only'.split(' ');
const quick = FAULTS.filter(({ name }) => QUICK.includes(name));

test.for(quick)('$name: nothing is lost', { timeout: 60_000 }, async (fault, { skip }) => {
  const why = fault.skipped?.();
  if (why !== undefined) console.log(`${fault.name} is skipped: ${why}`);
  skip(why !== undefined, why);
  const seed = Date.now() % 1_000_000;
  await fault.run({ folder: temporaryFolder(), random: random(seed) }).catch((error: unknown) => {
    throw new Error(`seed ${seed}`, { cause: error });
  });
});
