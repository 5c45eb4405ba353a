import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useReader, useTexts } from '../state/context.ts';

/** The note on one dispatch; kept when the field is left. */
export function NoteField({ id, note }: { readonly id: string; readonly note: string }) {
  const { marks, shell } = useReader();
  const t = useTexts();
  const editing = useStore(shell, (state) => state.editing);
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  // What was typed last and not kept yet: leaving the article must not lose it.
  const latest = useRef({ text, note });
  latest.current = { text, note };

  useEffect(() => {
    if (editing !== 'note') return;
    field.current?.focus();
    shell.getState().edit(undefined);
  }, [editing, shell]);
  useEffect(() => setText(note), [note]);
  useEffect(
    () => () => {
      const { text: typed, note: kept } = latest.current;
      if (typed !== kept) void marks.getState().mark([id], { note: typed });
    },
    [id, marks],
  );
  return (
    <textarea
      ref={field}
      className="note"
      value={text}
      rows={text === '' ? 1 : Math.min(8, text.split('\n').length + 1)}
      maxLength={20_000}
      aria-label={t('mine.note')}
      placeholder={`${t('mine.note')} – ${t('mine.notePlaceholder')}`}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text !== note && void marks.getState().mark([id], { note: text })}
    />
  );
}
