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

export function useLanguage(): Language {
  const { settings } = useReader();
  const wish = useStore(settings, (state) => state.settings.language);
  const locale = useStore(settings, (state) => state.info?.locale) ?? navigator.language;
  return languageFor(wish, locale);
}

/** How times and numbers are written: as the system does, where it speaks the reader's language. */
export function useLocale(): string {
  const { settings } = useReader();
  const language = useLanguage();
  const locale = useStore(settings, (state) => state.info?.locale) ?? navigator.language;
  return locale.toLowerCase().startsWith(language) ? locale : language;
}

/** The texts of the reader in the person's language. */
export function useTexts(): Translate {
  const language = useLanguage();
  return useMemo(() => translator(language), [language]);
}
