import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { story } from './wires.ts';

/** Far from the numbers of the stories that are there. */
const FIRST = 10_000_000;
/** Later than all of them. */
const AFTER = Date.UTC(2026, 10, 21, 6);
let put = 0;

export interface Arrivals {
  readonly headlines: readonly string[];
  /** Gives the files their names: until then they are unfinished. */
  arrive(): void;
}

/** Writes new dispatches of 3 KB into a wire folder, under the names that files have until they are complete. */
export function arrivals(wires: string, count: number): Arrivals {
  const files = Array.from({ length: count }, () => {
    put += 1;
    const { headline, paragraphs } = story(FIRST + put, 1, 3_000);
    const [, year, month, day, time] =
      /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(new Date(AFTER + put * 1_000).toISOString()) ?? [];
    const path = join(wires, `arrival-${put}.txt`);
    const text = [
      'Inland',
      headline,
      `${day}.${month}.${year} - ${time}`,
      ...paragraphs,
      '@ dts-nachrichtenagentur.de\n',
    ];
    writeFileSync(`${path}.part`, text.join('\n\n'));
    return { path, headline };
  });
  return {
    headlines: files.map(({ headline }) => headline),
    arrive() {
      for (const { path } of files) renameSync(`${path}.part`, path);
    },
  };
}
