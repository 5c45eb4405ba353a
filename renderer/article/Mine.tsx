import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Article, tagChange } from '../../preload/contract/contract.ts';
import { useStores, useTexts } from '../state/context.ts';
import { UserNotes } from './UserNotes.tsx';
import { useEditedField } from './use-edited-field.ts';

/** The user's tags and notes, kept apart from the dispatch. */
export function Mine({ article: { dispatch, status } }: { readonly article: Article }) {
  const { marks, sidebar } = useStores();
  const t = useTexts();
  const known = useStore(sidebar, (state) => state.sidebar?.tags);
  const [tag, setTag] = useState('');
  const field = useRef<HTMLInputElement>(null);
  /** Escape was pressed: leaving the field, which otherwise saves the tag, must not save it. */
  const dropped = useRef(false);
  const { tags } = status;
  useEditedField('tags', field);

  const put = (name: string, value: true | null) => void marks.getState().mark([dispatch.id], tagChange(name, value));
  const add = () => {
    const name = tag.trim().replace(/^#/, '').slice(0, 80);
    setTag('');
    if (name !== '' && !dropped.current && !tags.includes(name)) put(name, true);
  };
  // A tag still being typed is saved when the article is left, as when the field is.
  const leave = useRef(add);
  leave.current = add;
  useEffect(() => () => leave.current(), []);
  return (
    <section className="mine" aria-label={t('mine.title')}>
      <div className="tags">
        {tags.map((name) => (
          <span key={name} className="tag">
            <bdi>{name}</bdi>
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
          </span>
        ))}
        <input
          ref={field}
          type="text"
          dir="auto"
          list="known-tags"
          value={tag}
          maxLength={80}
          placeholder={t('mine.addTag')}
          aria-label={t('mine.addTag')}
          onChange={(event) => {
            dropped.current = false;
            setTag(event.target.value);
          }}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              dropped.current = true;
              setTag('');
            }
            if (event.key !== 'Enter' && event.key !== ',') return;
            event.preventDefault();
            add();
          }}
        />
        <datalist id="known-tags">
          {known
            ?.filter(({ name }) => !tags.includes(name))
            .map(({ name }) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </div>
      <UserNotes id={dispatch.id} notes={status.notes} />
    </section>
  );
}
