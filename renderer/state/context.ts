import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Language, languageFor, type Translate, translator } from '../i18n/translate.ts';
import type { Reader } from './reader.ts';

export const ReaderContext = createContext<Reader | undefined>(undefined);

/** The state of this window. Throws outside of a `ReaderContext`. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('useReader needs a ReaderContext around the component');
  return reader;
}

/** The locale of the user's system; in a browser, the browser's. */
function useSystemLocale(): string {
  const { settings } = useReader();
  const info = useStore(settings, (state) => state.info);
  return info === undefined || info.host === 'browser' ? navigator.language : info.locale;
}

/** The language the window is shown in. */
export function useLanguage(): Language {
  const { settings } = useReader();
  const wish = useStore(settings, (state) => state.settings.language);
  return languageFor(wish, useSystemLocale());
}

/** The locale for times and numbers: the system's where it has the window's language, else that language. */
export function useLocale(): string {
  const language = useLanguage();
  const locale = useSystemLocale();
  return locale.toLowerCase().startsWith(language) ? locale : language;
}

/** The texts in the window's language. */
export function useTexts(): Translate {
  const language = useLanguage();
  return useMemo(() => translator(language), [language]);
}
