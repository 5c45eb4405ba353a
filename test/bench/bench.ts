import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { arrivalRows } from './arrival-rows.ts';
import { root, startHost } from './host.ts';
import { importAll, importRows } from './import-rows.ts';
import { markAllRows, markRows } from './mark-rows.ts';
import { bareLoop, newsboat } from './peers.ts';
import { quietness } from './quiet.ts';
import { scrollRows } from './scroll.ts';
import { searchRows } from './search-rows.ts';
import { killRows, lookingRows, startRows } from './start-rows.ts';
import { type Figure, markdown, type Run } from './table.ts';
import { writeWires } from './wires.ts';

const options = {
  size: { type: 'string', default: '100000' },
  text: { type: 'string', default: '3000' },
  json: { type: 'string' },
  folder: { type: 'string', default: tmpdir() },
  keep: { type: 'boolean', default: false },
} as const;
const { size, text, json, folder, keep } = parseArgs({ options }).values;
const count = Number(size);
const length = Number(text);
/** Dispatches of the library that marks are compared with. */
const SMALL = 1_000;
const figures: Figure[] = [];
const run = {
  count,
  bytes: 0,
  node: process.version,
  cpu: `${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
  date: new Date().toISOString(),
  quiet: [quietness()],
  figures,
} satisfies Run;
const began = performance.now();

/** Prints and keeps a step's rows as they come, so that an interrupted run still has results. */
function report(rows: readonly Figure[]): void {
  figures.push(...rows);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(run, null, 2)}\n`);
  console.log(`-- ${((performance.now() - began) / 1000).toFixed(0)} s`);
  for (const { what, goal, figure, compared, ratio, reached } of rows) {
    const verdict = reached === undefined ? '' : reached ? '  reached' : '  NOT REACHED';
    console.log(
      `${what}: ${figure}${ratio === undefined ? '' : ` (${ratio.toFixed(2)} ×)`}; goal ${goal}; ${compared}${verdict}`,
    );
  }
}

console.log(run.quiet[0]);
execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(folder, 'depesche-bench-'));
const at = (name: string) => {
  const path = join(work, name);
  mkdirSync(path, { recursive: true });
  return path;
};
try {
  run.bytes = writeWires(at('wires'), count, length);
  writeWires(at('wires-small'), SMALL, length);
  console.log(`${count} dispatches, ${(run.bytes / 1e6).toFixed(0)} MB; ${run.cpu}; Node ${process.version}`);
  const full = { wires: at('wires'), data: at('data') };
  const small = { wires: at('wires-small'), data: at('data-small') };
  const peers = { newsboat: await newsboat(at('newsboat'), count, length), bare: bareLoop(full.wires, at('bare')) };
  for (const name of ['newsboat', 'bare']) rmSync(at(name), { recursive: true });
  report(await importRows(full, count, run.bytes, peers));
  report(await startRows(full, { wires: at('wires-empty'), data: at('data-empty') }));
  report(await lookingRows(full));
  report(await killRows(full));
  await importAll(small, SMALL);
  const host = await startHost(full.wires, full.data);
  const smallHost = await startHost(small.wires, small.data);
  report(await markRows({ host, data: full.data }, { host: smallHost, data: small.data }));
  await smallHost.stop();
  report(await searchRows(host, full.wires, count));
  report(await arrivalRows(host, full.wires));
  report(await scrollRows(host, full.wires));
  report(await markAllRows(host));
  await host.stop();
  run.quiet.push(quietness());
  report([]);
  console.log(`\n${markdown([run])}\n\n${run.quiet.at(-1)}`);
} finally {
  if (keep) console.log(`kept: ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
