import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listWindow } from '../../../main/library/queries/list-window.ts';
import type { LibraryWriter } from '../../../main/library/worker/writer.ts';
import { ListQuery, type ListQueryInput } from '../../../preload/contract/contract.ts';
import { temporaryFolder } from '../temporary.ts';
import { now } from './queries/listed.ts';
import { dispatch, openWriter } from './sample.ts';

export const rows = (writer: LibraryWriter, query: ListQueryInput = { list: 'all' }) =>
  listWindow(writer.store, { query: ListQuery.parse(query), offset: 0, limit: 500 }, 0, now).rows;

export const ids = (writer: LibraryWriter, query?: ListQueryInput) =>
  rows(writer, query)
    .map(({ id }) => id)
    .sort();

export const drain = (steps: Iterable<unknown>) => {
  for (const _ of steps);
};

export const plain = (id: string, day = '10') =>
  dispatch({ id, headline: `Meldung ${id}`, body: [], publishedAt: `2025-11-${day}T09:00:00+01:00` });

/** Leaves everything as a killed process would. */
export const kill = (writer: LibraryWriter) => writer.store.db.close();

/** A copy of the folder as a power cut would leave it now. */
export function copied(folder: string): string {
  const to = temporaryFolder();
  // Without a filter: while JavaScript runs, a connection that nobody holds any more may be collected, and takes its log with it.
  cpSync(folder, to, { recursive: true });
  for (const name of readdirSync(to)) if (name.endsWith('-shm')) rmSync(join(to, name));
  return to;
}

export const loseIndex = (folder: string) => {
  for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, `index.sqlite${ending}`), { force: true });
};

/** A day of its own for each. */
export const spread = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    dispatch({
      id: `s${i}`,
      headline: `Meldung ${i}`,
      body: [`Das ist die Meldung Nummer ${i} aus dem Rathaus von Birkau.`],
      publishedAt: new Date(Date.UTC(2025, 10, 1 + i, 12)).toISOString(),
    }),
  );

/** The content of the library's files, read through a new index built from them alone. */
export const inFiles = (folder: string) => {
  rmSync(join(folder, 'journal'), { recursive: true, force: true });
  loseIndex(folder);
  const writer = openWriter(folder);
  const found = ids(writer);
  writer.close();
  return found.sort();
};

/** The total and the actual length of every list for which they differ. */
export const wrongTotals = (writer: LibraryWriter) =>
  writer.store
    .sql('SELECT l.kind, l.value, l.total AS says, (SELECT count(*) FROM entry e WHERE e.k = l.k) AS has FROM list l')
    .all()
    .filter(({ says, has }) => says !== has);
