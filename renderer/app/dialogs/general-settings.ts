import { choice, type SettingRow } from './setting-row.ts';

/** How the window looks and speaks. */
export const appearanceSettings: readonly SettingRow[] = [
  choice('language', 'settings.language', {
    system: 'settings.language.system',
    de: 'settings.language.de',
    en: 'settings.language.en',
  }),
  choice('theme', 'settings.theme', {
    system: 'settings.theme.system',
    light: 'settings.theme.light',
    dark: 'settings.theme.dark',
  }),
];
