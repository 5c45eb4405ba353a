import type { Page } from '@playwright/test';
import { drop } from '../e2e/wires.ts';
import { ARRIVING, dispatchFile, EARLIER, eventFile, type Told } from './newsroom.ts';
import type { Window } from './window.ts';

/** The views in the order of their numbers. `open` starts from the list of all dispatches and may end anywhere. */
export const VIEWS: Readonly<Record<string, (window: Window) => Promise<Page | undefined> | Promise<void>>> = {
  alarms: (window) => window.showList(),
  panes: (window) => window.read('Stadtrat in Birkau'),
  'panes-one-line': (window) => window.inDensity('one', 'Stadtrat in Birkau'),
  'panes-three-lines': (window) => window.inDensity('three', 'Stadtrat in Birkau'),
  list: (window) => window.showList(),
  lists: (window) => window.showSidebar(),
  search: (window) => window.search('sandholm OR küste', 'Salzwiesen'),
  changes: (window) => window.read('Hälfte der Kosten'),
  kill: (window) => window.read('Fähre vor Lundsund'),
  correction: (window) => window.read('streicht 12 Stellen'),
  embargoes: (window) => window.run('command.embargoesList'),
  agenda: (window) => window.run('command.agenda'),
  health: (window) => window.run('command.health'),
  settings: (window) => window.press('Control+,'),
  rules: (window) => window.run('command.rules'),
  later: (window) => window.pressOn('Stadtrat in Birkau', 'l'),
  export: (window) => window.pressOn('Stadtrat in Birkau', 'Control+e'),
  about: (window) => window.run('command.about'),
  palette: (window) => window.press('Control+k'),
  shortcuts: (window) => window.press('?'),
  'last-alarms': (window) => window.run('command.alarms'),
  ticker: (window) => window.ticker(),
};

const send = (wires: string, told: Told, now: number) =>
  drop(wires, `${told.id}-${told.version ?? 1}.json`, dispatchFile(told, now));

/** Puts what came before `now` (milliseconds since 1970) into the wire folder. */
export async function sendEarlier(wires: string, now: number): Promise<void> {
  for (const told of EARLIER) await send(wires, told, now);
  await drop(wires, 'termin-1.json', eventFile('termin-1', 'Krisenstab zum Sturmtief', 90, 'Sandholm', now));
  await drop(wires, 'termin-2.json', eventFile('termin-2', 'Vorstellung des Jahresberichts', 95, 'Birkau', now));
  await drop(wires, 'termin-3.json', eventFile('termin-3', 'Urteil im Deichprozess', 1_500, 'Harlum', now));
  await drop(wires, 'abgeschnitten.json', '{ "uri": "urn:newsml:nord.example:x", "headline": "Der Rat');
}

/** Reads some of it, marks and tags, and waits for what arrives then. */
export async function readAndReceive(window: Window, wires: string, now: number): Promise<void> {
  for (const headline of ['Werft in Harlum', 'Fähre vor Lundsund', 'Moorbahn']) await window.read(headline);
  await window.bookmark();
  await window.tag('Moorbahn', 'Titelseite');
  await window.tag('Museum zeigt', 'Kultur');
  for (const told of ARRIVING) await send(wires, told, now);
  await window.alarm('Deich bei Sandholm');
}
