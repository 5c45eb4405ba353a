import { useEffect } from 'react';
import { useStore } from 'zustand';
import { titleOf } from '../commands/command.ts';
import { historyCommands } from '../commands/mark-commands.ts';
import { useStores, useTexts } from '../state/context.ts';

/** Has the host's menu name what undo and redo would do. */
export function useMenuHistory(): void {
  const stores = useStores();
  const t = useTexts();
  const isDesktop = useStore(stores.settings, ({ info }) => info?.host === 'electron');
  const undone = useStore(stores.undo, ({ undoable }) => undoable.at(-1));
  const redone = useStore(stores.undo, ({ redoable }) => redoable.at(-1));
  useEffect(() => {
    if (!isDesktop) return;
    const [undo, redo] = historyCommands.map((command) => titleOf(command, stores, t).slice(0, MAX_LABEL_CHARS));
    void stores.ask('history.name', { ...(undone && { undo }), ...(redone && { redo }) });
  }, [isDesktop, undone, redone, stores, t]);
}

/** As the contract has it. */
const MAX_LABEL_CHARS = 200;
