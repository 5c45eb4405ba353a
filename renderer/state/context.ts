import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AppInfo, Settings } from '../../preload/contract/contract.ts';
import type { Clock } from '../common/time.ts';
import { type Language, languageFor, type Translate, translator } from '../i18n/translate.ts';
import type { Stores } from './stores.ts';

export const StoresContext = createContext<Stores | undefined>(undefined);

/** The state of this window. Throws outside of a `StoresContext`. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('useStores needs a StoresContext around the component');
  return stores;
}

interface Known {
  readonly settings: Pick<Settings, 'language'>;
  readonly info?: AppInfo | undefined;
}

/** The locale of the user's system; in a browser, the browser's. */
const systemLocale = ({ info }: Pick<Known, 'info'>): string =>
  info === undefined || info.host === 'browser' ? navigator.language : info.locale;

/** The language that a window with these settings is shown in. */
export const languageOf = ({ settings, info }: Known): Language =>
  languageFor(settings.language, systemLocale({ info }));

function useSystemLocale(): string {
  const { settings } = useStores();
  return useStore(settings, systemLocale);
}

/** The language the window is shown in. */
export function useLanguage(): Language {
  const { settings } = useStores();
  return useStore(settings, languageOf);
}

/** The locale for times and numbers: the system's where it has the window's language, else that language. */
export function useLocale(): string {
  const language = useLanguage();
  const locale = useSystemLocale();
  return locale.toLowerCase().startsWith(language) ? locale : language;
}

/** How the window writes times: in its locale, and in the zone of the settings. */
export function useClock(): Clock {
  const { settings } = useStores();
  const locale = useLocale();
  const zone = useStore(settings, (state) => state.settings.displayZone);
  return useMemo(() => ({ locale, zone: zone === 'system' ? undefined : zone }), [locale, zone]);
}

/** The keys that the user has given to commands. */
export function useShortcuts(): Settings['shortcuts'] {
  const { settings } = useStores();
  return useStore(settings, (state) => state.settings.shortcuts);
}

/** The texts in the window's language. */
export function useTexts(): Translate {
  const language = useLanguage();
  return useMemo(() => translator(language), [language]);
}
