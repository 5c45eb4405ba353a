import { useRef } from 'react';
import { tagChange } from '../../../preload/contract/contract.ts';
import { TagField } from '../../parts/TagField.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** Asks for a tag and sets it on these dispatches. */
export function TagDialog({ ids }: { readonly ids: readonly string[] }) {
  const { marks, shell } = useStores();
  const t = useTexts();
  const panel = useRef<HTMLDivElement>(null);
  return (
    <Modal title={t('tag.title', { count: ids.length })} className="dialog-small">
      <div ref={panel} className="tag-dialog">
        <TagField
          isFirst
          taken={NONE}
          container={panel}
          onAdd={(tag) => {
            shell.getState().close();
            void marks.getState().mark(ids, tagChange(tag, true));
          }}
        />
      </div>
    </Modal>
  );
}

const NONE: readonly string[] = [];
