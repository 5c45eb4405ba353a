import { MAX_CHOSEN } from '../state/chosen.ts';
import { indexOf } from '../state/pages.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';

const isSelected = ({ list }: Stores) => list.getState().selectedId !== undefined;

const extend =
  (step: 1 | -1) =>
  ({ list, chosen }: Stores) => {
    const { pages, selectedId, total } = list.getState();
    const at = indexOf(pages, selectedId);
    if (at !== undefined) void chosen.getState().extendTo(Math.max(0, Math.min(total - 1, at + step)));
  };

async function chooseAll({ chosen, toasts }: Stores): Promise<void> {
  const hasMore = await chosen.getState().all();
  if (hasMore) toasts.getState().show({ key: 'choice.tooMany', values: { count: MAX_CHOSEN } });
}

/** Commands that choose several rows, and the menu of a row. */
export const choiceCommands: readonly Command[] = [
  {
    id: 'extendDown',
    title: 'command.extendDown',
    group: 'mark',
    keys: ['Shift+J', 'Shift+ArrowDown'],
    repeats: true,
    places: ['list'],
    when: isSelected,
    run: extend(1),
  },
  {
    id: 'extendUp',
    title: 'command.extendUp',
    group: 'mark',
    keys: ['Shift+K', 'Shift+ArrowUp'],
    repeats: true,
    places: ['list'],
    when: isSelected,
    run: extend(-1),
  },
  {
    id: 'toggleChosen',
    title: 'command.toggleChosen',
    group: 'mark',
    keys: ['Mod+ '],
    when: isSelected,
    run({ list, chosen }) {
      const { selectedId } = list.getState();
      if (selectedId !== undefined) chosen.getState().toggle(selectedId);
    },
  },
  {
    id: 'chooseAll',
    title: 'command.chooseAll',
    group: 'mark',
    keys: ['Mod+A'],
    places: ['list'],
    when: (stores) => stores.list.getState().total > 0,
    run: (stores) => void chooseAll(stores),
  },
  {
    id: 'rowMenu',
    title: 'command.rowMenu',
    group: 'mark',
    keys: ['Shift+F10', 'ContextMenu'],
    places: ['list'],
    when: isSelected,
    run({ list, chosen }) {
      const { selectedId } = list.getState();
      if (selectedId !== undefined) chosen.getState().openMenu(selectedId, 'row');
    },
  },
];
