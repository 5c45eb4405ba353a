import type { Alarm } from '../../preload/contract/contract.ts';
import { unseen } from '../state/alarms.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';

/** Shows the dispatch of an alarm beside the list as it is, and puts the alarm away. */
export function openAlarm({ alarms, article, shell }: Stores, { id, subject, seen }: Alarm): void {
  void article.getState().follow({ id: subject.id });
  shell.getState().show('article');
  if (!seen) alarms.getState().see([id]);
}

const isWaiting = ({ alarms }: Stores) => unseen(alarms.getState().alarms).length > 0;

/** Commands for alarms. */
export const alarmCommands: readonly Command[] = [
  {
    id: 'openAlarm',
    title: 'command.openAlarm',
    group: 'move',
    keys: ['G'],
    when: isWaiting,
    run: (stores) => {
      const [newest] = unseen(stores.alarms.getState().alarms);
      if (newest) openAlarm(stores, newest);
    },
  },
  {
    id: 'seeAlarms',
    title: 'command.seeAlarms',
    group: 'move',
    keys: ['Shift+G'],
    when: isWaiting,
    run: ({ alarms }) => {
      const [newest] = unseen(alarms.getState().alarms);
      if (newest) alarms.getState().see([newest.id]);
    },
  },
  {
    id: 'alarms',
    title: 'command.alarms',
    group: 'app',
    keys: [],
    run: ({ shell }) => shell.getState().open({ name: 'alarms' }),
  },
];
