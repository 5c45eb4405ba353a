import { X } from 'lucide-react';
import { useRef } from 'react';
import { type Article, tagChange } from '../../preload/contract/contract.ts';
import { Tip } from '../common/Tip.tsx';
import { TagField } from '../parts/TagField.tsx';
import { useStores, useTexts } from '../state/context.ts';
import { UserNotes } from './UserNotes.tsx';
import { useEditedField } from './use-edited-field.ts';

/** The user's tags and notes, kept apart from the dispatch. */
export function Mine({ article: { dispatch, status } }: { readonly article: Article }) {
  const { marks } = useStores();
  const t = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const { tags } = status;
  useEditedField('tags', field);

  const put = (name: string, value: true | null) => void marks.getState().mark([dispatch.id], tagChange(name, value));
  return (
    <section className="mine" aria-label={t('mine.title')}>
      <div className="tags">
        {tags.map((name) => (
          <span key={name} className="tag">
            <bdi>{name}</bdi>
            <Tip label={t('mine.removeTag', { tag: name })}>
              <button
                type="button"
                aria-label={t('mine.removeTag', { tag: name })}
                onClick={() => {
                  put(name, null);
                  field.current?.focus();
                }}
              >
                <X aria-hidden="true" size={12} />
              </button>
            </Tip>
          </span>
        ))}
        <TagField ref={field} taken={tags} onAdd={(name) => put(name, true)} />
      </div>
      <UserNotes id={dispatch.id} notes={status.notes} />
    </section>
  );
}
