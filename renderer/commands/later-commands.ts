import { Clock } from 'lucide-react';
import type { MessageKey } from '../i18n/translate.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { focusPane } from './focus.ts';
import { target } from './target.ts';

const listOf = (list: 'later' | 'hidden', title: MessageKey): Command => ({
  id: `list.${list}`,
  title,
  group: 'lists',
  keys: [],
  run: (stores) => {
    stores.list.getState().enter({ list });
    stores.shell.getState().show('list');
    stores.shell.getState().toggleSidebar(false);
    focusPane('list');
  },
});

/** Commands for dispatches that are put off. */
export const laterCommands: readonly Command[] = [
  {
    id: 'later',
    title: 'command.later',
    group: 'mark',
    keys: ['L'],
    icon: Clock,
    onRows: true,
    when: (stores) => target(stores) !== undefined,
    run: (stores) => {
      const dispatch = target(stores);
      if (dispatch) stores.shell.getState().open({ name: 'later', ids: dispatch.ids });
    },
  },
  listOf('later', 'command.laterList'),
  listOf('hidden', 'command.hiddenList'),
];

/** Puts dispatches off until a time. `shown` is the time as the message says it. */
export function putOff({ marks, toasts, undo }: Stores, ids: readonly string[], until: Date, shown: string): void {
  void marks.getState().mark(ids, { later: until.toISOString() });
  // Remembered before the host answers.
  const id = undo.getState().undoable.at(-1)?.id;
  toasts.getState().show({
    key: 'later.done',
    values: { time: shown },
    ...(id !== undefined && {
      undoes: id,
      action: { label: { key: 'toast.undo' }, run: () => void undo.getState().undo(id) },
    }),
  });
}
