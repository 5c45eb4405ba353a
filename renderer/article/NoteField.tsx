import { useCallback, useEffect, useRef, useState } from 'react';
import { useReader, useTexts } from '../state/context.ts';
import { useEditedField } from './use-edited-field.ts';

/** Typed text is saved after this pause. */
const TYPING_PAUSE_MS = 1_000;

/** The note on a dispatch. It is saved in the pauses of typing, and when the field, the article or the window is left. */
export function NoteField({ id, note }: { readonly id: string; readonly note: string }) {
  const { marks } = useReader();
  const t = useTexts();
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  // The latest text that may not be saved yet: leaving the article must not lose it.
  const latest = useRef({ text, note });
  latest.current = { text, note };

  useEditedField('note', field);
  // Another window may have changed the note; text being typed here stays.
  const given = useRef(note);
  useEffect(() => {
    const before = given.current;
    given.current = note;
    setText((typed) => (typed === before ? note : typed));
  }, [note]);
  const keep = useCallback(() => {
    const { text: typed, note: kept } = latest.current;
    if (typed !== kept) void marks.getState().mark([id], { note: typed });
  }, [id, marks]);
  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);
  useEffect(() => {
    if (text === latest.current.note) return;
    const timer = setTimeout(keep, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, keep]);
  return (
    <textarea
      ref={field}
      dir="auto"
      className="note"
      value={text}
      rows={text === '' ? 1 : Math.min(8, text.split('\n').length + 1)}
      maxLength={20_000}
      aria-label={t('mine.note')}
      placeholder={`${t('mine.note')} – ${t('mine.notePlaceholder')}`}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
    />
  );
}
