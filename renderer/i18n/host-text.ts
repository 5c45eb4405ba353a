import { ofFiles } from './de/of-files.ts';
import { ofLibrary } from './de/of-library.ts';
import type { Language } from './translate.ts';

/** A text of the host as it is shown, and the language it is in. */
export interface HostText {
  readonly text: string;
  readonly lang: Language;
}

/**
 * What the host says of a file or of the library, in the reader's language. It says so in English, for the words are kept: with
 * the dispatch in its day file, with the problem in the index. What is not in the catalogue stays English, and says so.
 */
export function hostText(said: string, language: Language): HostText {
  const german = language === 'de' ? inGerman(said) : undefined;
  return german === undefined ? { text: said, lang: 'en' } : { text: german, lang: 'de' };
}

interface Entry {
  readonly pattern: RegExp;
  readonly german: string;
}

/** `{0}`, `{1}` stand for what differs: names, numbers, reasons. */
const VALUE = /\{(\d)\}/g;

const entries: readonly Entry[] = [...ofFiles, ...ofLibrary].map(([english, german]) => ({
  pattern: new RegExp(`^${english.split(VALUE).map(asPattern).join('')}$`, 's'),
  german,
}));

/** Text and number of a value in turn, as `split` gives them. */
function asPattern(part: string, index: number): string {
  return index % 2 === 1 ? '(.+?)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Longer than anything the host says. */
const LONGEST = 2_000;

/** A value may be such a text itself. */
function inGerman(said: string): string | undefined {
  if (said.length > LONGEST) return undefined;
  for (const { pattern, german } of entries) {
    const values = pattern.exec(said)?.slice(1);
    if (values) return german.replace(VALUE, (_, index: string) => valueInGerman(values[Number(index)] ?? ''));
  }
  return undefined;
}

const valueInGerman = (value: string): string => inGerman(value) ?? value;
