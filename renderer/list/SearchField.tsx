import { BookmarkPlus, CircleHelp, Funnel, History, Search, X } from 'lucide-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { MAX_SEARCH_CHARS } from '../../preload/contract/contract.ts';
import { drawThenFocus, focusPane, focusSearch } from '../commands/focus.ts';
import { IconButton } from '../common/IconButton.tsx';
import { useStores, useTexts } from '../state/context.ts';
import { rememberSearch } from '../state/recent-searches.ts';
import { RecentSearches } from './RecentSearches.tsx';
import { SearchError } from './SearchError.tsx';
import { SearchHelp } from './SearchHelp.tsx';

/** While the user types, the search runs after this pause only. */
const TYPING_PAUSE_MS = 120;

/** The search field of the list, with its help and error. */
export function SearchField() {
  const { list, settings, shell } = useStores();
  const t = useTexts();
  const { list: kind, value, search = '' } = useStore(list, (state) => state.query);
  const error = useStore(list, (state) => state.searchError);
  const [text, setText] = useState(search);
  const [panel, setPanel] = useState<'help' | 'recent'>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement>(null);
  const errorId = useId();

  // The search can change from elsewhere (Escape, another list): text still being typed is dropped then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list may have the same search
  useEffect(() => {
    clearTimeout(timer.current);
    pending.current = undefined;
    setText(search);
  }, [search, kind, value]);
  const ask = useCallback(
    (next: string) => list.getState().query.search !== next && list.getState().refine({ search: next }),
    [list],
  );
  /** Typed text that has not been searched for yet: it must survive when the field is unmounted by a new layout. */
  const pending = useRef<string>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (pending.current !== undefined) ask(pending.current);
    },
    [ask],
  );

  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    pending.current = next;
    timer.current = setTimeout(() => askNow(next), TYPING_PAUSE_MS);
  };
  const askNow = (next: string) => {
    clearTimeout(timer.current);
    pending.current = undefined;
    setText(next);
    ask(next);
  };
  const save = () => {
    askNow(text);
    shell.getState().open({ name: 'save-search' });
  };
  const makeRule = () => {
    askNow(text);
    shell.getState().open({ name: 'make-rule' });
  };
  const clear = () => {
    askNow('');
    focusSearch();
  };
  const leave = () =>
    drawThenFocus(
      () => askNow(''),
      () => focusPane('list'),
    );
  const open = (which: 'help' | 'recent') => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setPanel(panel === which ? undefined : which);
  };
  const closePanel = () =>
    drawThenFocus(
      () => setPanel(undefined),
      () => opener.current?.focus(),
    );
  const again = (next: string) => {
    askNow(next);
    drawThenFocus(() => setPanel(undefined), focusSearch);
  };
  return (
    <search className="search">
      <div ref={field} className="search-field">
        <Search aria-hidden="true" size={15} />
        <input
          type="search"
          value={text}
          maxLength={MAX_SEARCH_CHARS}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          aria-invalid={error !== undefined}
          aria-describedby={error ? errorId : undefined}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          onBlur={() => error === undefined && rememberSearch(settings, text)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '' && !panel) {
              event.preventDefault();
              leave();
            } else if (event.altKey && event.key === 'ArrowDown') {
              event.preventDefault();
              open('recent');
            } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              askNow(text);
              focusPane('list');
            }
          }}
        />
        {text !== '' && <IconButton icon={X} label={t('search.clear')} onClick={clear} />}
        {text !== '' && !error && (
          <>
            <IconButton icon={BookmarkPlus} label={t('search.save')} onClick={save} />
            <IconButton icon={Funnel} label={t('command.makeRule')} onClick={makeRule} />
          </>
        )}
        <IconButton
          icon={History}
          label={t('searches.recent')}
          menu={panel === 'recent'}
          onClick={() => open('recent')}
        />
        <IconButton
          icon={CircleHelp}
          label={t('search.help')}
          pressed={panel === 'help'}
          onClick={() => open('help')}
        />
      </div>
      {error && <SearchError id={errorId} search={search} error={error} />}
      {panel === 'help' && <SearchHelp at={() => field.current} onClose={closePanel} onTry={type} />}
      {panel === 'recent' && <RecentSearches at={() => field.current} onClose={closePanel} onTry={again} />}
    </search>
  );
}
