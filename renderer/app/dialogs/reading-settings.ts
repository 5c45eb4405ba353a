import { type SettingRow, zone } from './setting-row.ts';

/** The settings of how dispatches are shown and read. */
export const readingSettings: readonly SettingRow[] = [zone('displayZone', 'settings.zone')];
