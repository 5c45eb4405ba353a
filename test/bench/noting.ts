import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { share } from '../../main/library/changes/unsent.ts';
import { add, dispatch, openWriter } from '../unit/library/sample.ts';

const SENTENCE = 'Der Kran im Hafen wird am Montag gehoben, wie die Verwaltung nach einer langen Sitzung mitteilte.';

/**
 * What sharing costs the library, as a line of text: processor time for so many dispatches taken in and marked, with and without noting what
 * is to be sent.
 */
export function noting(count: number): string {
  const run = (on: boolean): [imported: number, marked: number] => {
    const folder = mkdtempSync(join(tmpdir(), 'depesche-noting-'));
    const writer = openWriter(folder);
    if (on) share(writer.store, { key: 'bench', dispatches: true });
    const all = Array.from({ length: count }, (_, n) => ({ id: `n-${n}`, headline: `Meldung ${n}`, body: [SENTENCE] }));
    let before = process.cpuUsage();
    for (let at = 0; at < count; at += 200) add(writer, ...all.slice(at, at + 200).map((one) => dispatch(one)));
    const imported = process.cpuUsage(before);
    before = process.cpuUsage();
    for (const { id } of all.slice(0, 2_000)) writer.marker.mark([id], { bookmark: true }, new Date().toISOString());
    const marked = process.cpuUsage(before);
    writer.close();
    rmSync(folder, { recursive: true });
    return [(imported.user + imported.system) / count, (marked.user + marked.system) / 2_000];
  };
  run(true);
  // In turn, as the machine may be busy with other things meanwhile.
  const [off, on] = [[run(false)], [run(true)]];
  for (let i = 0; i < 2; i++) {
    off.push(run(false));
    on.push(run(true));
  }
  const least = (runs: [number, number][], at: 0 | 1) => Math.min(...runs.map((one) => one[at])).toFixed(0);
  return `${least(off, 0)} and ${least(on, 0)} µs a dispatch taken in, ${least(off, 1)} and ${least(on, 1)} µs a mark (least of three)`;
}
