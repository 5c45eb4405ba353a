import type { ReaderHandlers } from '../../preload/contract/contract.ts';
import type { Library } from '../library/library.ts';
import { archived, searchArchive } from '../sharing/archive.ts';
import type { Sharing } from '../sharing/sharing.ts';

/** The calls about sharing through the newsroom's server. */
export function sharingHandlers(sharing: Sharing, library: Pick<Library, 'mark' | 'sharing'>) {
  return {
    'sharing.get': () => sharing.info,
    'sharing.join': async ({ invitation, marks }) => {
      const trouble = await sharing.join(invitation, marks);
      return trouble === undefined ? {} : { trouble };
    },
    'sharing.marks': async ({ marks }) => {
      await sharing.belong(marks);
      return {};
    },
    'sharing.lists': ({ on }) => {
      sharing.shareLists(on);
      return {};
    },
    'sharing.retry': () => {
      sharing.retry();
      return {};
    },
    'archive.search': ({ search, skip }) => (sharing.server ? searchArchive(sharing.server, search, skip) : {}),
    'archive.get': (key) => (sharing.server ? archived(sharing.server, key, library.sharing.path) : {}),
    'archive.keep': async (key) => {
      const found = sharing.server && (await archived(sharing.server, key, library.sharing.path)).archived;
      if (!found) return {};
      await library.sharing.takeIn([found.dispatch]);
      await library.mark([found.dispatch.id], { bookmark: true });
      return { id: found.dispatch.id };
    },
    'sharing.leave': async () => {
      await sharing.leave();
      return {};
    },
  } satisfies Partial<ReaderHandlers>;
}
