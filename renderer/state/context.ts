import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
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

/** The locale of the user's system; in a browser, the browser's. */
function useSystemLocale(): string {
  const { settings } = useStores();
  const info = useStore(settings, (state) => state.info);
  return info === undefined || info.host === 'browser' ? navigator.language : info.locale;
}

/** The language the window is shown in. */
export function useLanguage(): Language {
  const { settings } = useStores();
  const wish = useStore(settings, (state) => state.settings.language);
  return languageFor(wish, useSystemLocale());
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

/** The texts in the window's language. */
export function useTexts(): Translate {
  const language = useLanguage();
  return useMemo(() => translator(language), [language]);
}
