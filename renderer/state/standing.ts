import { useMemo } from 'react';
import { useStore } from 'zustand';
import { findStanding, type StandingHit, type StandingWord } from '../../preload/text/standing-words.ts';
import { useStores } from './context.ts';

const NONE: readonly StandingWord[] = [];
const NO_HITS: readonly StandingHit[] = [];

/** The words the user always wants to see, where they are in a text. */
export function useStanding(text: string): readonly StandingHit[] {
  const { settings } = useStores();
  const words = useStore(settings, (state) => state.settings.highlights ?? NONE);
  return useMemo(() => (words.length === 0 ? NO_HITS : findStanding(text, words)), [text, words]);
}
