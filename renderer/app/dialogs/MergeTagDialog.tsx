import { tagChange } from '../../../preload/contract/status.ts';
import { TagField } from '../../parts/TagField.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import type { Stores } from '../../state/stores.ts';
import { Modal } from './Modal.tsx';

/** As many as one call marks by id. */
const MAX_IDS = 10_000;

/** Gives everything with one tag another tag instead. */
async function merge({ ask, marks }: Pick<Stores, 'ask' | 'marks'>, from: string, into: string): Promise<void> {
  const change = { ...tagChange(from, null), ...tagChange(into, true) };
  const query = { list: 'tag', value: from } as const;
  const { ids } = (await ask('list.ids', { query, offset: 0, limit: MAX_IDS })) ?? { ids: [] };
  if (ids.length === 0) return;
  await marks.getState().mark(ids, change);
  // What is marked has left the list.
  if (ids.length === MAX_IDS) await merge({ ask, marks }, from, into);
}

/** Asks for the tag that another one is merged into; Enter takes the first that completes what is typed. */
export function MergeTagDialog({ tag }: { readonly tag: string }) {
  const stores = useStores();
  const t = useTexts();
  return (
    <Modal title={t('lists.mergeTitle', { tag })} className="dialog-small">
      <TagField
        isFirst
        label={t('lists.mergeInto')}
        taken={[tag]}
        unfinished="drop"
        onAdd={(into) => {
          if (into.toLowerCase() === tag.toLowerCase()) return;
          stores.shell.getState().close();
          void merge(stores, tag, into);
        }}
      />
    </Modal>
  );
}
