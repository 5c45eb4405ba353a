import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { articleOf } from '../../../main/library/queries/article.ts';
import { listWindow } from '../../../main/library/queries/list-window.ts';
import { sidebarOf } from '../../../main/library/queries/sidebar.ts';
import type { LibraryWriter } from '../../../main/library/worker/writer.ts';
import { ListQuery } from '../../../preload/contract/contract.ts';
import { temporaryFolder } from '../temporary.ts';
import { statusOf } from './sample.ts';

const frozen = join(import.meta.dirname, '../../fixtures/library/1');

/** When `shown.json` was written. */
const now = new Date('2025-11-07T12:00:00Z');

const Shown = z.object({
  lists: z.record(z.string(), z.array(z.string())),
  marks: z.record(z.string(), z.record(z.string(), z.unknown())),
  gone: z.record(z.string(), z.looseObject({ read: z.boolean(), note: z.string(), readVersion: z.int() })),
  tallies: z.record(z.string(), z.unknown()),
});

/** A copy of the data folder that the last program of the first layout left behind. */
export function frozenLibrary(): string {
  const folder = temporaryFolder();
  cpSync(join(frozen, 'data'), folder, { recursive: true });
  for (const name of ['index.sqlite', 'search.sqlite'])
    writeFileSync(join(folder, name), gunzipSync(readFileSync(join(frozen, `${name}.gz`))));
  return folder;
}

/** What that program showed. */
export const shownBefore = () => Shown.parse(JSON.parse(readFileSync(join(frozen, 'shown.json'), 'utf8')));

/** The same as this program shows it. */
export function shownNow(writer: LibraryWriter): z.infer<typeof Shown> {
  const { lists, gone } = shownBefore();
  const rows = (query: string) => {
    const request = { query: ListQuery.parse(JSON.parse(query)), offset: 0, limit: 500 };
    return listWindow(writer.store, request, 0, now).rows;
  };
  const { all, unread, bookmarks, tags } = sidebarOf(writer.store, [], 0, now);
  return {
    lists: Object.fromEntries(Object.keys(lists).map((query) => [query, rows(query).map(({ id }) => id)])),
    marks: Object.fromEntries(
      rows('{"list":"all"}').map(({ id, version, read, updated, bookmarked, tags: tagged, hasNote, status }) => {
        const article = articleOf(writer.store, { id }, now);
        const readVersion = article?.status.readVersion;
        return [
          id,
          {
            version,
            status,
            read,
            updated,
            bookmarked,
            tags: tagged,
            hasNote,
            note: noteOf(writer, id),
            ...(readVersion !== undefined && { readVersion }),
            previous: article?.previous?.version ?? null,
          },
        ];
      }),
    ),
    gone: Object.fromEntries(
      Object.keys(gone).map((id) => {
        const { read, readVersion = 0, bookmarked, tags: tagged } = statusOf(writer, id);
        const times = Object.entries(gone[id] ?? {}).filter(([name]) => name.endsWith('At'));
        const note = noteOf(writer, id);
        return [id, { ...Object.fromEntries(times), read, readVersion, bookmarked, tags: tagged, note }];
      }),
    ),
    // That program did not know when the latest of them came.
    tallies: { all, unread, bookmarks, tags: tags.map(({ latest: _, ...tag }) => tag) },
  };
}

const noteOf = (writer: LibraryWriter, id: string): string =>
  statusOf(writer, id)
    .notes.map(({ text }) => text)
    .join();
