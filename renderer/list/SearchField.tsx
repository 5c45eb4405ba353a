import { BookmarkPlus, CircleHelp, Search, X } from 'lucide-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { LONGEST_SEARCH } from '../../preload/contract/contract.ts';
import { focusPane, focusSearch } from '../commands/focus.ts';
import { IconButton } from '../common/IconButton.tsx';
import { useReader, useTexts } from '../state/context.ts';
import { SearchError } from './SearchError.tsx';
import { SearchHelp } from './SearchHelp.tsx';

/** Typing asks only after a pause of so many milliseconds. */
const PAUSE = 120;

export function SearchField() {
  const { list, shell } = useReader();
  const t = useTexts();
  const { list: kind, value, search = '' } = useStore(list, (state) => state.query);
  const error = useStore(list, (state) => state.searchError);
  const [text, setText] = useState(search);
  const [help, setHelp] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const helpButton = useRef<HTMLButtonElement>(null);
  const errorId = useId();

  // The search can be changed from elsewhere: Escape, "clear", another list, where what is still being typed has no place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list may be searched for the same
  useEffect(() => {
    clearTimeout(timer.current);
    pending.current = undefined;
    setText(search);
  }, [search, kind, value]);
  const ask = useCallback(
    (next: string) => list.getState().query.search !== next && list.getState().refine({ search: next }),
    [list],
  );
  /** What was typed and not asked yet: a window that is laid out anew must not lose it. */
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
    timer.current = setTimeout(() => askNow(next), PAUSE);
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
          maxLength={LONGEST_SEARCH}
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
        {text !== '' && !error && <IconButton icon={BookmarkPlus} label={t('search.save')} onClick={save} />}
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
