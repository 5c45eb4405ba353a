import { type FormEvent, useId, useState } from 'react';
import { MAX_SEARCH_CHARS, type SearchError as Problem, type Saved } from '../../preload/contract/contract.ts';
import { useStores, useTexts } from '../state/context.ts';
import { SearchError } from './SearchError.tsx';

/** What a saved search looks for, to be edited; its changes are saved only if they can be searched for. */
export function SavedQuery({ saved: { id, name, search } }: { readonly saved: Saved }) {
  const { ask, list, sidebar } = useStores();
  const t = useTexts();
  const [text, setText] = useState(search);
  const [problem, setProblem] = useState<Problem>();
  const errorId = useId();
  const edit = (next: string) => {
    setText(next);
    setProblem(undefined);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const next = text.trim();
    if (next === '' || next === search) return;
    const tried = await ask('list.window', { query: { list: 'all', search: next }, offset: 0, limit: 0 });
    setProblem(tried?.searchError);
    if (!tried || tried.searchError) return;
    if (await sidebar.getState().save({ id, name, search: next })) list.getState().refine({});
  };
  return (
    <form className="saved-query" onSubmit={(event) => void save(event)}>
      <input
        type="text"
        value={text}
        maxLength={MAX_SEARCH_CHARS}
        aria-label={t('saved.query')}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? errorId : undefined}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => edit(event.target.value)}
      />
      {text !== search && (
        <div className="saved-query-buttons">
          <button type="submit" className="button-main" disabled={text.trim() === ''}>
            {t('saved.saveChanges')}
          </button>
          <button type="button" className="button" onClick={() => edit(search)}>
            {t('saved.discard')}
          </button>
        </div>
      )}
      {problem && <SearchError id={errorId} search={text} error={problem} />}
    </form>
  );
}
