import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../state/context.ts';

/** Opens the screens of the first start; once, and again after the dialog that asks for a folder's path. */
export function useWelcome(): void {
  const { settings, shell } = useStores();
  const isDue = useStore(settings, ({ known, info, settings: { welcome } }) => known && info !== undefined && welcome);
  const dialog = useStore(shell, (state) => state.dialog?.name);
  const last = useRef<{ wasShown: boolean; dialog?: string | undefined }>({ wasShown: false });
  useEffect(() => {
    const { wasShown, dialog: before } = last.current;
    const opens = isDue === true && dialog === undefined && (!wasShown || before === 'folder-path');
    last.current = { wasShown: wasShown || opens, dialog };
    if (opens) shell.getState().open({ name: 'welcome' });
  }, [isDue, dialog, shell]);
}
