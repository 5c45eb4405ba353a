import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, startHost } from './host.ts';
import { importRows } from './import-rows.ts';
import { newsboatSeconds } from './newsboat.ts';
import { quietness } from './quiet.ts';
import { arrivalRows, markAllRows, markRows, searchRows, startRows, whileImportingRows } from './rows.ts';
import { scrollRows } from './scroll.ts';
import { type Figure, markdown } from './table.ts';
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
const figures: Figure[] = [];

/** Prints a step's rows as they come, so that an interrupted run still shows results. */
function report(rows: readonly Figure[]): void {
  figures.push(...rows);
  for (const { what, goal, figure, compared, ratio, reached } of rows) {
    const verdict = reached === undefined ? '' : reached ? '  reached' : '  NOT REACHED';
    console.log(
      `${what}: ${figure}${ratio === undefined ? '' : ` (${ratio.toFixed(2)} ×)`}; goal ${goal}; ${compared}${verdict}`,
    );
  }
}

console.log(quietness());
execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(folder, 'depesche-bench-'));
const at = (name: string) => {
  const path = join(work, name);
  mkdirSync(path, { recursive: true });
  return path;
};
try {
  const bytes = writeWires(at('wires'), count, Number(text));
  const smallBytes = writeWires(at('wires-small'), 1_000, Number(text));
  console.log(
    `${count} dispatches, ${(bytes / 1e6).toFixed(0)} MB; ${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB; Node ${process.version}`,
  );
  const full = { wires: at('wires'), data: at('data') };
  const small = { wires: at('wires-small'), data: at('data-small') };
  const peer = newsboatSeconds(at('newsboat'), count, Number(text));
  report(importRows(full, at('bare'), count, bytes, peer));
  importRows(small, at('bare-small'), 1_000, smallBytes);
  report(await startRows(full, { wires: at('wires-empty'), data: at('data-empty') }, count));
  const host = await startHost(full.wires, full.data);
  const smallHost = await startHost(small.wires, small.data);
  report(await markRows(host, smallHost, count));
  await smallHost.stop();
  report(await searchRows(host, full.wires));
  report(await arrivalRows(host, full.wires, count));
  report(await scrollRows(host.url, count));
  report(await markAllRows(host, count));
  await host.stop();
  report(await whileImportingRows({ wires: full.wires, data: at('data-live') }, count));
  console.log(`\n${markdown(figures)}\n\n${quietness()}`);
  if (json !== undefined)
    writeFileSync(
      json,
      `${JSON.stringify({ count, bytes, node: process.version, cpu: cpus()[0]?.model, cpus: cpus().length, date: new Date().toISOString(), figures }, null, 2)}\n`,
    );
} finally {
  if (keep) console.log(`kept: ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
