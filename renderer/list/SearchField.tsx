import { BookmarkPlus, CircleHelp, Funnel, Search, X } from 'lucide-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { MAX_SEARCH_CHARS } from '../../preload/contract/contract.ts';
import { focusPane, focusSearch } from '../commands/focus.ts';
import { IconButton } from '../common/IconButton.tsx';
import { useStores, useTexts } from '../state/context.ts';
import { SearchError } from './SearchError.tsx';
import { SearchHelp } from './SearchHelp.tsx';

/** While the user types, the search runs after this pause only. */
const TYPING_PAUSE_MS = 120;

/** The search field of the list, with its help and error. */
export function SearchField() {
  const { list, shell } = useStores();
  const t = useTexts();
  const { list: kind, value, search = '' } = useStore(list, (state) => state.query);
  const error = useStore(list, (state) => state.searchError);
  const [text, setText] = useState(search);
  const [help, setHelp] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const helpButton = useRef<HTMLButtonElement>(null);
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
  const closeHelp = () => {
    setHelp(false);
    helpButton.current?.focus();
  };
  return (
    <search
      className="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !help) return;
        event.preventDefault();
        closeHelp();
      }}
    >
      <div className="search-field">
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
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '' && !help) {
              event.preventDefault();
              askNow('');
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
          ref={helpButton}
          icon={CircleHelp}
          label={t('search.help')}
          pressed={help}
          onClick={() => setHelp(!help)}
        />
      </div>
      {error && <SearchError id={errorId} search={search} error={error} />}
      {help && <SearchHelp onClose={closeHelp} onTry={type} />}
    </search>
  );
}
