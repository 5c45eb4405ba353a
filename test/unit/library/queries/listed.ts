import { join } from 'node:path';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import type { ListQueryInput } from '../../../../preload/contract/contract.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';

/** The current time in these tests. */
export const now = new Date('2025-11-10T12:00:00+01:00');

export const list = (writer: LibraryWriter, query: ListQueryInput = { list: 'all' }) =>
  listWindow(writer.store, { query: ListQuery.parse(query), offset: 0, limit: 100 }, 0, now);

export const ids = (writer: LibraryWriter, query?: ListQueryInput) => list(writer, query).rows.map(({ id }) => id);

export const at = '2025-11-10T11:00:00.000Z';

export const day = (folder: string) => join(folder, 'library/2025/2025-11-10.json');
