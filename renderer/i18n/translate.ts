import { createInstance } from 'i18next';
import { de } from './de.ts';
import { en } from './en.ts';

type Key = keyof typeof de;
/** A key without its plural ending, which `count` selects. */
export type MessageKey = Key extends infer K
  ? K extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : K
  : never;
type Values = Readonly<Record<string, string | number>>;
/** A text independent of the language, as the stores keep it. */
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
  // React escapes; escaping twice would show entities.
  interpolation: { escapeValue: false },
});

/** The texts of a language. A value `count` selects the plural and is formatted for the language. */
export function translator(language: Language): Translate {
  const fixed = i18n.getFixedT(language);
  return (key, values) => fixed(key, values ?? {});
}

/** The window's language for the setting and the system's locale (BCP 47): German on a German system, else English. */
export function languageFor(setting: 'system' | Language, locale: string): Language {
  if (setting !== 'system') return setting;
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}
