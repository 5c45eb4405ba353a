import { KeyRound } from 'lucide-react';
import { useEffect } from 'react';
import { languageFor, translator } from '../i18n/translate.ts';

/** Shown instead of the panes in a page without a key for its host. */
export function MissingKey() {
  const language = languageFor('system', navigator.language);
  const t = translator(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <main className="empty lost">
      <KeyRound aria-hidden="true" size={34} strokeWidth={1.25} />
      <h1>{t('lost.title')}</h1>
      <p>{t('lost.text')}</p>
    </main>
  );
}
