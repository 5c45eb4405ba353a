import type { SearchError as Problem } from '../../preload/contract/contract.ts';
import { useTexts } from '../state/context.ts';

interface Props {
  readonly id: string;
  readonly search: string;
  readonly error: Problem;
}

/** Says what is wrong with a search and highlights the character. */
export function SearchError({ id, search, error }: Props) {
  const t = useTexts();
  const before = search.slice(0, error.at);
  // A character may take two UTF-16 units.
  const [character = ''] = search.slice(error.at);
  return (
    <div id={id} className="search-error">
      <p>{t('search.error', { position: [...before].length + 1, message: t(`search.error.${error.reason}`) })}</p>
      <code aria-hidden="true">
        {before}
        <mark>{character || '␣'}</mark>
        {search.slice(error.at + character.length)}
      </code>
    </div>
  );
}
