import { createInstance } from 'i18next';
import { de } from './de.ts';
import { en } from './en.ts';

type Key = keyof typeof de;
/** A key as it is asked for: the plural endings are chosen by `count`. */
export type MessageKey = Key extends infer K
  ? K extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : K
  : never;
export type Values = Readonly<Record<string, string | number>>;
/** A text that is not yet in any language: what the stores keep. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: Values;
}
export type Language = 'de' | 'en';
export type Translate = (key: MessageKey, values?: Values) => string;

const i18n = createInstance();
void i18n.init({
  resources: { de: { translation: de }, en: { translation: en } },
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // React escapes; a second time would show entities.
  interpolation: { escapeValue: false },
});

/** The texts of one language. A `count` among the values chooses the plural and is written in the language's own way. */
export function translator(language: Language): Translate {
  const fixed = i18n.getFixedT(language);
  return (key, values) => fixed(key, values ?? {});
}

/** The reader's language for a wish and a BCP 47 locale of the system: German where the system is German, else English. */
export function languageFor(wish: 'system' | Language, locale: string): Language {
  if (wish !== 'system') return wish;
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}
