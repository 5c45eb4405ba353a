import type { Reader } from '../reader/reader.ts';
import { type Words, wordsOf } from './words.ts';

/**
 * The words of the desktop in the language of the settings, updated when that changes. `locale`: the language the system
 * prefers.
 */
export async function followLanguage(reader: Reader, locale: string): Promise<() => Words> {
  let { language } = await reader.handlers['settings.get']({});
  reader.on('settings.changed', (settings) => {
    language = settings.language;
  });
  return () => wordsOf(language, locale);
}
