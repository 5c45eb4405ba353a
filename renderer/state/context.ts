import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Language, languageFor, type Translate, translator } from '../i18n/translate.ts';
import type { Reader } from './reader.ts';

export const ReaderContext = createContext<Reader | undefined>(undefined);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('This component stands outside of a ReaderContext.');
  return reader;
}

/** The language of the person's system: where the reader stands in a browser, the browser has it. */
function useSystemLocale(): string {
  const { settings } = useReader();
  const info = useStore(settings, (state) => state.info);
  return info === undefined || info.host === 'browser' ? navigator.language : info.locale;
}

export function useLanguage(): Language {
  const { settings } = useReader();
  const wish = useStore(settings, (state) => state.settings.language);
  return languageFor(wish, useSystemLocale());
}

/** How times and numbers are written: as the system does, where it speaks the reader's language. */
export function useLocale(): string {
  const language = useLanguage();
  const locale = useSystemLocale();
  return locale.toLowerCase().startsWith(language) ? locale : language;
}

/** The texts of the reader in the person's language. */
export function useTexts(): Translate {
  const language = useLanguage();
  return useMemo(() => translator(language), [language]);
}
