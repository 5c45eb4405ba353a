import { useEffect } from 'react';
import { useStore } from 'zustand';
import { interfaceSize } from '../article/typography.ts';
import { unseen } from '../state/alarms.ts';
import { useLanguage, useStores, useTexts } from '../state/context.ts';

/**
 * Sets the document's language, theme, typeface and title: that of a window of its own, else how many dispatches are unread, and
 * before that how many alarms wait.
 */
export function useDocument(ownTitle?: string): void {
  const { settings, sidebar, alarms } = useStores();
  const t = useTexts();
  const waiting = unseen(useStore(alarms, (state) => state.alarms)).length;
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
    const main = unread > 0 ? `Depesche (${unread.toLocaleString(language)})` : 'Depesche';
    const name = ownTitle === undefined ? main : `${ownTitle} – Depesche`;
    document.title = waiting > 0 && ownTitle === undefined ? `${t('alarm.title', { count: waiting })} – ${name}` : name;
  }, [unread, waiting, language, t, ownTitle]);
}
