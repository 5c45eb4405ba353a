import type { Settings } from '../../preload/contract/contract.ts';

/** The language and zone in which the reader writes files for a user, as the settings say; `locale`: the system's. */
export const wishesOf = ({ language, displayZone }: Pick<Settings, 'language' | 'displayZone'>, locale: string) => ({
  language: language === 'system' ? (locale.startsWith('de') ? ('de' as const) : ('en' as const)) : language,
  zone: displayZone === 'system' ? undefined : displayZone,
});
