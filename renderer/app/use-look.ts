import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useLanguage, useReader } from '../state/context.ts';

/** Tells the document which language and colours the person wants; style sheets and screen readers go by it. */
export function useLook(): void {
  const { settings } = useReader();
  const language = useLanguage();
  const theme = useStore(settings, (state) => state.settings.theme);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
