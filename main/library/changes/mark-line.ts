import { z } from 'zod';
import type { Store } from '../index/store.ts';
import { NewerFile } from '../record/migrations.ts';
import type { Stamp } from '../record/stamp.ts';
import { changed, type Values } from '../record/status.ts';
import { changeFromLayout1 } from '../record/status-layout-1.ts';
import { targets } from './mark-targets.ts';
import { groupsOf, noteUnfolded, writeStatus } from './write-status.ts';

const LAYOUT = 2;

/** A line of the journal about a mark: the fields that were set on each dispatch, in the version that was shown. */
export interface MarkLine {
  readonly t: 's';
  readonly v: typeof LAYOUT;
  readonly stamp: Stamp;
  readonly change: Values;
  readonly ids: readonly (readonly [id: string, version: number])[];
}

export const markLine = (stamp: Stamp, change: Values, ids: MarkLine['ids']): MarkLine => ({
  t: 's',
  v: LAYOUT,
  stamp,
  change,
  ids,
});

/** The parts common to all layouts: the first one had no version number. */
const AnyLine = z.looseObject({ v: z.int().default(1), ids: z.array(z.tuple([z.string(), z.int()])) });
const Line = z.object({ stamp: z.string(), change: z.record(z.string(), z.json()) });

/** Whether the text of a line is a mark in a layout that this program knows. */
export const isUnderstood = (line: string): boolean =>
  (AnyLine.safeParse(jsonIn(line)).data?.v ?? LAYOUT + 1) <= LAYOUT;

/** Merges a line into the index, after a crash or for a rebuilt index; merging it twice is harmless. */
export function replayMark(store: Store, line: unknown): void {
  const { v, ids, ...rest } = AnyLine.parse(line);
  if (v > LAYOUT) throw new NewerFile({ path: '', version: v, known: LAYOUT }, undefined);
  const { stamp, change } = v === 1 ? changeFromLayout1(rest.change, rest.at) : Line.parse(rest);
  const versions = new Map(ids);
  for (const batch of targets(store, [...versions.keys()])) {
    const marked = batch.map((one) => ({ ...one, version: versions.get(one.id) }));
    for (const group of groupsOf(marked)) {
      const after = changed(group.status, change, stamp, group.version);
      if (JSON.stringify(after) === JSON.stringify(group.status)) continue;
      noteUnfolded(store, writeStatus(store, group, after, { isBulk: true }));
    }
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
