import { isByTime } from '../state/list-state.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';

const inListByTime = ({ list }: Stores) => isByTime(list.getState().query);

const move =
  (step: 1 | -1) =>
  ({ list, settings }: Stores) => {
    const { displayZone } = settings.getState().settings;
    void list.getState().moveDay(step, displayZone === 'system' ? undefined : displayZone);
  };

/** Commands that move through a list day by day. */
export const dayCommands: readonly Command[] = [
  {
    id: 'dayDown',
    repeats: true,
    title: 'command.dayDown',
    group: 'move',
    keys: ['Alt+ArrowDown'],
    places: ['list'],
    when: inListByTime,
    run: move(1),
  },
  {
    id: 'dayUp',
    repeats: true,
    title: 'command.dayUp',
    group: 'move',
    keys: ['Alt+ArrowUp'],
    places: ['list'],
    when: inListByTime,
    run: move(-1),
  },
];
