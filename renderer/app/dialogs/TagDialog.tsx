import { tagChange } from '../../../preload/contract/contract.ts';
import { TagField } from '../../parts/TagField.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** Asks for a tag and sets it on these dispatches. */
export function TagDialog({ ids }: { readonly ids: readonly string[] }) {
  const { marks, shell } = useStores();
  const t = useTexts();
  return (
    <Modal title={t('tag.title', { count: ids.length })} className="dialog-small">
      <TagField
        isFirst
        taken={NONE}
        onAdd={(tag) => {
          shell.getState().close();
          void marks.getState().mark(ids, tagChange(tag, true));
        }}
      />
    </Modal>
  );
}

const NONE: readonly string[] = [];
