import { choice, type SettingRow, slider, toggle, zone } from './setting-row.ts';

/** The settings of how dispatches are shown and read. */
export const readingSettings: readonly SettingRow[] = [
  choice('markRead', 'settings.markRead', {
    open: 'settings.markRead.open',
    delay: 'settings.markRead.delay',
    manual: 'settings.markRead.manual',
  }),
  toggle('foldStories', 'settings.foldStories'),
  toggle('readTogether', 'settings.readTogether'),
  zone('displayZone', 'settings.zone'),
  slider('lineChars', 'settings.lineChars', [20, 120], 'settings.lineCharsUnit'),
];
