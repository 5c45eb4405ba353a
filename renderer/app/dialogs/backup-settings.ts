import { type SettingRow, slider, toggle } from './setting-row.ts';

/** When backups are made, and how many stay. */
export const backupSettings: readonly SettingRow[] = [
  toggle('dailyBackup', 'backup.dailySetting'),
  slider('keepBackups', 'backup.keep', [1, 30], 'backup.keepUnit'),
];
