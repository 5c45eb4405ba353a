import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../state/context.ts';
import { recentSearches } from '../state/recent-searches.ts';

/** The last searches, to search again: the arrow keys move through them. */
export function RecentSearches({ onTry }: { readonly onTry: (search: string) => void }) {
  const { settings } = useStores();
  const t = useTexts();
  const searches = useStore(settings, recentSearches);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    buttons[buttons.findIndex((button) => button.matches(':focus')) + step]?.focus();
    event.preventDefault();
  };
  return (
    <section ref={panel} className="search-help" aria-label={t('searches.recent')} onKeyDown={move}>
      {searches.length === 0 && <p>{t('searches.none')}</p>}
      <ul>
        {searches.map((search) => (
          <li key={search}>
            <button type="button" className="search-example" onClick={() => onTry(search)}>
              {search}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
