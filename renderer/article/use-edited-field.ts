import { type RefObject, useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../state/context.ts';
import type { Shell } from '../state/shell.ts';

/**
 * Focuses a field below the text when a command asks to edit it (`what`; undefined: never), with the cursor at the end. Escape
 * scrolls back to the line that was being read.
 */
export function useEditedField(
  what: Shell['editing'],
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
): void {
  const { shell } = useStores();
  const editing = useStore(shell, (state) => state.editing);
  useEffect(() => {
    const into = field.current;
    if (what === undefined || editing !== what || !into) return;
    shell.getState().edit(undefined);
    const view = into.closest('[data-focus]');
    const stood = view?.scrollTop ?? 0;
    into.focus();
    into.setSelectionRange(into.value.length, into.value.length);
    const left = new AbortController();
    into.addEventListener(
      'keydown',
      (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape' && view) view.scrollTop = stood;
      },
      { signal: left.signal },
    );
    into.addEventListener('blur', () => left.abort(), { once: true });
  }, [editing, what, field, shell]);
}
