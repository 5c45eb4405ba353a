import type { folders as german } from '../de/folders.ts';

/** Wire folders, in English. */
export const folders: Readonly<Record<keyof typeof german, string>> = {
  'folders.title': 'Wire folders',
  'folders.add': 'Watch another folder …',
  'folders.addTitle': 'Watch another wire folder',
  'folders.firstGets': 'Files that you open or drop on the window go to the first folder.',
  'folders.settings': 'Folder settings',
  'folders.pause': 'Pause',
  'folders.resume': 'Resume',
  'folders.isPaused': 'paused',
  'folders.isWatched': 'watched',
  'folders.remove': 'Stop watching',
  'folders.explain':
    'Source, time zone and rights only fill what a dispatch does not say itself. They count for what is read from now on.',
  'folders.name': 'Name',
  'folders.source': 'Source',
  'folders.zone': 'Zone of times that name none',
  'folders.rights': 'Rights',
  'folders.encoding': 'Encoding of all files',
  'folders.none': 'none',
  'folders.readAgain': 'Read all files of this folder again; dispatches that change become new versions.',
  'folders.saved': 'Settings of “{{name}}” saved',
  'folders.given': '{{value}} (from the folder’s settings)',
  'folders.chosen': '{{value}} (chosen for this file)',
  'file.reread': 'Read the dispatch again in this encoding',
  'file.rereadDone': 'Read again: {{encoding}}',
  'folders.zoneGiven': 'Time zone from the folder’s settings',
};
