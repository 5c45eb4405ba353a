import { useEffect } from 'react';
import { useStore } from 'zustand';
import { interfaceSize } from '../article/typography.ts';
import { useLanguage, useStores } from '../state/context.ts';

/** Sets the document's language, theme, typeface and title, which shows the number of unread dispatches. */
export function useDocument(): void {
  const { settings, sidebar } = useStores();
  const unread = useStore(sidebar, (state) => state.sidebar?.unread.unread ?? 0);
  const language = useLanguage();
  const theme = useStore(settings, (state) => state.settings.theme);
  const interfaceFont = useStore(settings, (state) => state.settings.interfaceFont);
  const textSize = useStore(settings, (state) => state.settings.textSize);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.dataset.interface = interfaceFont;
  }, [interfaceFont]);
  useEffect(() => {
    document.documentElement.style.setProperty('--ui', `${interfaceSize(textSize)}px`);
  }, [textSize]);
  useEffect(() => {
    document.title = unread > 0 ? `Depesche (${unread.toLocaleString(language)})` : 'Depesche';
  }, [unread, language]);
}
