import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { titleOf } from '../commands/command.ts';
import { isTyping } from '../commands/focus.ts';
import { historyCommands } from '../commands/mark-commands.ts';
import { useStores, useTexts } from '../state/context.ts';

/** Has the host's menu name what undo and redo would do; in a text field they are about typing, which has no name. */
export function useMenuHistory(): void {
  const stores = useStores();
  const t = useTexts();
  const isDesktop = useStore(stores.settings, ({ info }) => info?.host === 'electron');
  const undone = useStore(stores.undo, ({ undoable }) => undoable.at(-1));
  const redone = useStore(stores.undo, ({ redoable }) => redoable.at(-1));
  const isInField = useIsInField();
  useEffect(() => {
    if (!isDesktop) return;
    const [undo, redo] = historyCommands.map((command) => titleOf(command, stores, t).slice(0, MAX_LABEL_CHARS));
    const names = { ...(undone && { undo }), ...(redone && { redo }) };
    void stores.ask('history.name', isInField ? {} : names);
  }, [isDesktop, isInField, undone, redone, stores, t]);
}

/** As the contract has it. */
const MAX_LABEL_CHARS = 200;

/** Whether a text field has the focus. */
function useIsInField(): boolean {
  const [isInField, setIsInField] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const look = () => setIsInField(isTyping(document.activeElement));
    document.addEventListener('focusin', look, { signal: end.signal });
    document.addEventListener('focusout', look, { signal: end.signal });
    return () => end.abort();
  }, []);
  return isInField;
}
