import { Plus } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { UserNote } from '../../preload/contract/contract.ts';
import { newId } from '../common/new-id.ts';
import { useStores, useTexts } from '../state/context.ts';
import { NoteField } from './NoteField.tsx';

/**
 * The user's notes on one dispatch, each in its own field, and a field for a new one: always if there is no note, else on
 * request. The shortcut for notes focuses the only field, or else a new one.
 */
export function UserNotes({ id, notes }: { readonly id: string; readonly notes: readonly UserNote[] }) {
  const { shell } = useStores();
  const t = useTexts();
  /** The note that has just been started, or whose text was just deleted. */
  const [draft, setDraft] = useState(newId);
  const [isOpen, setOpen] = useState(false);
  const isAsked = useStore(shell, ({ editing }) => editing === 'note');
  const addButton = useRef<HTMLButtonElement>(null);
  const isKept = notes.some((note) => note.id === draft);
  const hasDraft = !isKept && (isOpen || notes.length === 0);
  const shown = hasDraft ? [...notes, { id: draft, text: '' }].sort((a, b) => (a.id < b.id ? -1 : 1)) : notes;
  const target = hasDraft ? draft : notes.length === 1 ? notes[0]?.id : undefined;

  const begin = () => {
    if (isKept) setDraft(newId());
    setOpen(true);
  };
  const mustBegin = isAsked && notes.length > 1 && !hasDraft;
  useEffect(() => {
    if (!mustBegin) return;
    setDraft(newId());
    setOpen(true);
  }, [mustBegin]);
  return (
    <div className="user-notes">
      {shown.map((note, index) => (
        <Fragment key={note.id}>
          <NoteField
            id={id}
            note={note}
            {...(shown.length > 1 && { number: index + 1 })}
            isTarget={note.id === target}
            onCleared={(cleared) => {
              setDraft(cleared);
              setOpen(true);
            }}
            onLeftEmpty={() => setOpen(false)}
            onRemoved={() => (notes.length === 1 ? shell.getState().edit('note') : addButton.current?.focus())}
          />
          <EarlierTexts note={note} />
        </Fragment>
      ))}
      {!hasDraft && (
        <button
          ref={addButton}
          type="button"
          className="add-note"
          onClick={() => {
            begin();
            shell.getState().edit('note');
          }}
        >
          <Plus aria-hidden="true" size={13} />
          {t('mine.addNote')}
        </button>
      )}
    </div>
  );
}

/** Texts that another desk, or this one, had written at the same time, and that lost. */
function EarlierTexts({ note: { earlier = [] } }: { readonly note: Partial<UserNote> }) {
  const t = useTexts();
  if (earlier.length === 0) return null;
  return (
    <details className="earlier-notes">
      <summary>{t('note.earlier', { count: earlier.length })}</summary>
      {earlier.map(({ text, at }) => (
        <blockquote key={at} dir="auto">
          {text}
        </blockquote>
      ))}
    </details>
  );
}
