import type { Column, Density } from '../../preload/contract/contract.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { columnsOf, withColumn } from '../state/columns.ts';
import { densityOf, withDensity } from '../state/densities.ts';
import type { Command } from './command.ts';

const density = (lines: Density, title: MessageKey): Command => ({
  id: `density.${lines}`,
  title,
  group: 'lists',
  keys: [],
  isOn: ({ list, settings }) => densityOf(settings.getState().settings, list.getState().query) === lines,
  run({ list, settings }) {
    const { settings: now, change } = settings.getState();
    void change({ densities: withDensity(now, list.getState().query, lines) });
  },
});

/** How this list looks: lines a row. */
export const densityCommands: readonly Command[] = [
  density('one', 'command.densityOne'),
  density('two', 'command.densityTwo'),
  density('three', 'command.densityThree'),
];

const column = (name: Column, title: MessageKey): Command => ({
  id: `column.${name}`,
  title,
  group: 'lists',
  keys: [],
  isOn: ({ list, settings }) => columnsOf(settings.getState().settings, list.getState().query).includes(name),
  run({ list, settings }) {
    const { settings: now, change } = settings.getState();
    void change({ listColumns: withColumn(now, list.getState().query, name) });
  },
});

/** What the rows of this list say. */
export const columnCommands: readonly Command[] = [
  column('time', 'command.columnTime'),
  column('number', 'command.columnNumber'),
  column('characters', 'command.columnCharacters'),
  column('lines', 'command.columnLines'),
  column('reading', 'command.columnReading'),
];
