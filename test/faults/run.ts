import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../bench/vocabulary.ts';
import { FAULTS, type Fault } from './faults.ts';

/**
 * Makes faults happen and checks that nothing is lost: `npm run test:faults -- [--rounds N] [--seed N] [NAME …]`. Prints the rows of
 * the table in docs/reliability.md. Exit code 1 if anything was lost, doubled or kept the program from starting.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '10' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
});
const next = random(Number(values.seed));
const chosen = FAULTS.filter(({ name }) => positionals.length === 0 || positionals.some((one) => name.startsWith(one)));

async function broken(fault: Fault): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'depesche-faults-'));
  try {
    await fault.run({ folder, random: next });
    return undefined;
  } catch (error) {
    return error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(`seed ${values.seed}\n| fault | what | rounds | result |\n| --- | --- | --- | --- |`);
for (const fault of chosen) {
  const why = fault.skipped?.();
  const found: unknown[] = [];
  let rounds = 0;
  for (; why === undefined && rounds < Number(values.rounds); rounds++) {
    const error = await broken(fault);
    if (error !== undefined) found.push(error);
  }
  const result =
    why === undefined ? (found.length === 0 ? 'nothing lost or doubled' : `${found.length} broken`) : `skipped: ${why}`;
  console.log(`| ${fault.name} | ${fault.what} | ${rounds} | ${result} |`);
  for (const error of found) console.error(error);
  if (found.length > 0) process.exitCode = 1;
}
