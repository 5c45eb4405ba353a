import type { Language } from '../../i18n/translate.ts';

/** Longer than any hyphenated part of itself, in every browser that knows where to part it. */
const LONG_WORDS: Readonly<Record<Language, string>> = {
  de: 'Donaudampfschifffahrtsgesellschaft',
  en: 'internationalization',
};

/**
 * Whether the browser hyphenates texts of a language. Chromium has no patterns of its own: on macOS it asks the system, Chrome and Edge
 * download some, Electron on Linux and Windows has none. Soft hyphens from patterns of ours would be no way out: Chromium hands them
 * to screen readers with the text, and to the clipboard, and the German patterns alone are an eighth of the npm package.
 */
export function canHyphenate(language: Language): boolean {
  const probe = document.createElement('div');
  probe.lang = language;
  probe.textContent = LONG_WORDS[language];
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', width: '6em', overflowWrap: 'normal' });
  document.body.append(probe);
  const [whole, hyphenated] = ['manual', 'auto'].map((hyphens) => {
    probe.style.hyphens = hyphens;
    return probe.offsetHeight;
  });
  probe.remove();
  return whole !== hyphenated;
}
