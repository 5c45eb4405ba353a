import type { ReaderHandlers } from '../../preload/contract/contract.ts';
import type { Sharing } from '../sharing/sharing.ts';

/** The calls about sharing through the newsroom's server. */
export function sharingHandlers(sharing: Sharing) {
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
    'sharing.retry': () => {
      sharing.retry();
      return {};
    },
    'sharing.leave': async () => {
      await sharing.leave();
      return {};
    },
  } satisfies Partial<ReaderHandlers>;
}
