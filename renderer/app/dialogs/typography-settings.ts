import { choice, type SettingRow, slider, toggle } from './setting-row.ts';

/** The settings of text and interface that a sample of text shows, in the order of the dialog. */
export const typographySettings: readonly SettingRow[] = [
  choice('textFont', 'settings.textFont', {
    serif: 'settings.textFont.serif',
    sans: 'settings.textFont.sans',
    legible: 'settings.textFont.legible',
    system: 'settings.textFont.system',
  }),
  slider('textSize', 'settings.textSize', [12, 28], 'settings.textSizeUnit'),
  slider('lineHeight', 'settings.lineHeight', [120, 200, 5], 'settings.lineHeightUnit'),
  slider('measure', 'settings.measure', [45, 110], 'settings.measureUnit'),
  toggle('justify', 'settings.justify'),
  toggle('hyphenate', 'settings.hyphenate'),
  choice('interfaceFont', 'settings.interfaceFont', {
    sans: 'settings.textFont.sans',
    legible: 'settings.textFont.legible',
    system: 'settings.textFont.system',
  }),
];
