import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './host.ts';
import { runJson } from './measure.ts';
import { spaceOf, WRITTEN } from './space.ts';
import type { Figure } from './table.ts';

export interface Folders {
  readonly wires: string;
  readonly data: string;
}

/** `text`: bytes of the wire files; `peer`: seconds that newsboat took for the same. */
export function importRows(folders: Folders, bare: string, count: number, text: number, peer?: number): Figure[] {
  const loop = runJson([join(root, 'test/bench/bare-loop.ts'), folders.wires, bare]);
  const noted = join(bare, 'written');
  const counting = existsSync('/proc/self/io') ? ['--import', join(root, 'test/bench/space.ts')] : [];
  const ours = runJson(
    [...counting, join(root, 'out/main/cli.js'), 'import', '--wires', folders.wires, '--data', folders.data],
    { [WRITTEN]: noted },
  );
  const written = counting.length > 0 ? Number(readFileSync(noted, 'utf8')) / text : undefined;
  const space = spaceOf(folders.data, text);
  if (ours.dispatches !== count) throw new Error(`imported ${ours.dispatches} of ${count}`);
  const ratio = (ours.seconds ?? 0) / (loop.seconds ?? 1);
  return [
    {
      what: `import ${count}: parsed, durable, searchable, folded into day files`,
      goal: '≤ 2 ×',
      figure: `${ours.seconds?.toFixed(1)} s`,
      compared: `bare loop ${loop.seconds?.toFixed(1)} s`,
      ratio,
      reached: ratio <= 2,
    },
    {
      what: 'the same against newsboat, which indexes nothing',
      goal: '≤ 1 ×',
      figure: `${ours.seconds?.toFixed(1)} s`,
      compared: peer === undefined ? 'newsboat is not installed here' : `newsboat ${peer.toFixed(1)} s`,
      ...(peer === undefined ? {} : { ratio: (ours.seconds ?? 0) / peer, reached: (ours.seconds ?? 0) <= peer }),
    },
    {
      what: 'peak memory of that import',
      goal: '≤ 300 MB',
      figure: `${ours.peakMemoryMB} MB`,
      compared: 'maxRSS of the process',
      reached: (ours.peakMemoryMB ?? 0) <= 300,
    },
    ...(written === undefined
      ? []
      : [
          {
            what: 'bytes written by that import',
            goal: '≤ 5 × the text',
            figure: `${written.toFixed(1)} ×`,
            compared: 'passed to write by the process',
            reached: written <= 5,
          },
        ]),
    {
      what: 'index and search text after it',
      goal: '≤ 0.7 × the text',
      figure: `${space.ratio.toFixed(2)} ×`,
      compared: space.parts,
      reached: space.ratio <= 0.7,
    },
  ];
}
