import type { Settings } from '../../preload/contract/contract.ts';
import { languageFor } from '../../renderer/i18n/translate.ts';

const en = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  dispatch: 'Dispatch',
  window: 'Window',
  help: 'Help',
  openFolder: 'Open Wire Folder',
  chooseFolder: 'Choose Wire Folder…',
  exportMarkdown: 'Export Bookmarks as Markdown…',
  exportJson: 'Export Bookmarks as JSON…',
  problems: 'Problems',
  settings: 'Settings…',
  keepRunning: 'Keep Running When Closed',
  open: 'Open Depesche',
  quit: 'Quit',
  search: 'Search',
  sidebar: 'Sidebar',
  larger: 'Larger Text',
  smaller: 'Smaller Text',
  normalSize: 'Normal Text Size',
  toggleRead: 'Read or Unread',
  toggleBookmark: 'Bookmark',
  markAll: 'Mark All as Read',
  nextUnread: 'Next Unread',
  previousUnread: 'Previous Unread',
  print: 'Print…',
  palette: 'All Commands…',
  keys: 'Keys',
  about: 'About Depesche',
  newDispatches: (count: number) => `${count} new dispatches`,
  unread: (count: number) => `Depesche: ${count} unread`,
};

export type Words = typeof en;

const de: Words = {
  file: 'Datei',
  edit: 'Bearbeiten',
  view: 'Ansicht',
  dispatch: 'Meldung',
  window: 'Fenster',
  help: 'Hilfe',
  openFolder: 'Meldungsordner öffnen',
  chooseFolder: 'Meldungsordner wählen …',
  exportMarkdown: 'Lesezeichen als Markdown exportieren …',
  exportJson: 'Lesezeichen als JSON exportieren …',
  problems: 'Probleme',
  settings: 'Einstellungen …',
  keepRunning: 'Nach dem Schließen weiterlaufen',
  open: 'Depesche öffnen',
  quit: 'Beenden',
  search: 'Suchen',
  sidebar: 'Seitenleiste',
  larger: 'Text größer',
  smaller: 'Text kleiner',
  normalSize: 'Normale Textgröße',
  toggleRead: 'Gelesen oder ungelesen',
  toggleBookmark: 'Lesezeichen',
  markAll: 'Alle als gelesen markieren',
  nextUnread: 'Nächste ungelesene',
  previousUnread: 'Vorige ungelesene',
  print: 'Drucken …',
  palette: 'Alle Befehle …',
  keys: 'Tasten',
  about: 'Über Depesche',
  newDispatches: (count) => `${count} neue Meldungen`,
  unread: (count) => `Depesche: ${count} ungelesen`,
};

/** The words of menu, tray and notifications; `locale` (BCP 47) decides when the settings leave it to the system. */
export function wordsOf(language: Settings['language'], locale: string): Words {
  return languageFor(language, locale) === 'de' ? de : en;
}
