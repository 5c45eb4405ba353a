import { createInstance } from 'i18next';
import type { Message } from '../../preload/contract/messages.ts';
import { host as de } from './de/host.ts';
import { host as en } from './en/host.ts';
import type { Language } from './translate.ts';

/** A text of the host as it is shown, and the language it is in. */
export interface HostText {
  readonly text: string;
  readonly lang: Language;
}

const i18n = createInstance();
void i18n.init({
  resources: { de: { translation: de }, en: { translation: en } },
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // React escapes; a second time would show entities.
  interpolation: { escapeValue: false },
});

/** Codes whose whole text is a value, which is English. */
const ENGLISH: ReadonlySet<string> = new Set(['text', 'system']);

/**
 * A message of the host as text. One that a newer version of Depesche has stored may have no text here: its code and values
 * are shown instead.
 */
export function hostText({ code, values }: Message, language: Language): HostText {
  if (!Object.hasOwn(en, code)) return { text: [code, ...Object.values(values).map(plain)].join(' · '), lang: 'en' };
  const texts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? hostText(value, language).text : value,
  ]);
  // As `replace`: among the options, some names would have a meaning of their own.
  const text = i18n.t(code, { lng: language, replace: Object.fromEntries(texts) });
  return { text, lang: ENGLISH.has(code) ? 'en' : language };
}

const plain = (value: Message['values'][string]): string =>
  typeof value === 'object' ? hostText(value, 'en').text : String(value);
