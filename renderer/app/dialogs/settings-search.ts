import { createContext, useContext } from 'react';

/** What the page of settings is narrowed to. */
export interface SettingsSearch {
  /** Words, each of which has to be in the text of a setting or the title of its section. */
  readonly words: readonly string[];
  /** Only settings that differ from their defaults. */
  readonly onlyChanged: boolean;
}

export const SettingsSearchContext = createContext<SettingsSearch>({ words: [], onlyChanged: false });
/** The title of the section around: who looks for it wants all of it. */
export const SectionTitle = createContext('');

/** Whether a setting with this text is shown. */
export function useIsFound(text: string, isChanged: boolean): boolean {
  const { words, onlyChanged } = useContext(SettingsSearchContext);
  const section = useContext(SectionTitle);
  const whole = `${section} ${text}`.toLocaleLowerCase();
  return (isChanged || !onlyChanged) && words.every((word) => whole.includes(word));
}
