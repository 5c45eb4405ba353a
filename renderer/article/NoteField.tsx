import { X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { noteChange, type UserNote } from '../../preload/contract/contract.ts';
import { Tip } from '../common/Tip.tsx';
import { useStores, useTexts } from '../state/context.ts';
import { useEditedField } from './use-edited-field.ts';

/** Typed text is saved after this pause. */
const TYPING_PAUSE_MS = 1_000;

interface Props {
  /** Of the dispatch. */
  readonly id: string;
  /** With an empty text: one that is not saved yet. */
  readonly note: Pick<UserNote, 'id' | 'text'>;
  /** Its number, where there are several. */
  readonly number?: number;
  /** The command "edit note" leads here. */
  readonly isTarget: boolean;
  /** The text was removed, and the field is still in use. */
  readonly onCleared: (id: string) => void;
  readonly onLeftEmpty: () => void;
  readonly onRemoved: () => void;
}

/** A note on a dispatch. It is saved in the pauses of typing, and when the field, the article or the window is left. */
export function NoteField({ id, note, number, isTarget, onCleared, onLeftEmpty, onRemoved }: Props) {
  const { marks, sharing } = useStores();
  const isShared = useStore(sharing, ({ info }) => info.marks === 'desk' && info.desk !== undefined);
  const t = useTexts();
  const [text, setText] = useState(note.text);
  const field = useRef<HTMLTextAreaElement>(null);
  // The latest text that may not be saved yet: leaving the article must not lose it.
  const latest = useRef({ text, kept: note.text, onCleared });
  latest.current = { text, kept: note.text, onCleared };

  useEditedField(isTarget ? 'note' : undefined, field);
  // Another window may have changed the note; text being typed here stays.
  const given = useRef(note.text);
  useEffect(() => {
    const before = given.current;
    given.current = note.text;
    setText((typed) => (typed === before ? note.text : typed));
  }, [note.text]);
  const put = useCallback(
    (value: string) => void marks.getState().mark([id], noteChange(note.id, value === '' ? null : value)),
    [id, note.id, marks],
  );
  const keep = useCallback(() => {
    const { text: typed, kept, onCleared: cleared } = latest.current;
    if (typed === kept) return;
    if (typed === '') cleared(note.id);
    put(typed);
  }, [note.id, put]);
  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);
  useEffect(() => {
    if (text === latest.current.kept) return;
    const timer = setTimeout(keep, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, keep]);
  const remove = () => {
    latest.current.text = note.text;
    put('');
    onRemoved();
  };
  const label = number === undefined ? t('mine.note') : t('mine.noteNumber', { number });
  const removal = number === undefined ? t('mine.removeNote') : t('mine.removeNoteNumber', { number });
  return (
    <div className="note-row">
      <textarea
        ref={field}
        dir="auto"
        className="note"
        value={text}
        rows={text === '' ? 1 : Math.min(8, text.split('\n').length + 1)}
        maxLength={20_000}
        aria-label={label}
        placeholder={`${t('mine.note')} – ${t(isShared ? 'note.shared' : 'mine.notePlaceholder')}`}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          keep();
          if (text === '') onLeftEmpty();
        }}
      />
      {note.text !== '' && (
        <Tip label={removal}>
          <button type="button" className="remove-note" aria-label={removal} onClick={remove}>
            <X aria-hidden="true" size={13} />
          </button>
        </Tip>
      )}
    </div>
  );
}
