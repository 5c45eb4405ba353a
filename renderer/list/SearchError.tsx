import type { SearchError as Wrong } from '../../preload/contract.ts';
import { useTexts } from '../state/context.ts';

interface Props {
  readonly id: string;
  readonly search: string;
  readonly error: Wrong;
}

/** Says what is wrong with a search and marks the place in it. */
export function SearchError({ id, search, error }: Props) {
  const t = useTexts();
  const at = Math.min(error.at, search.length);
  return (
    <div id={id} role="alert" className="search-error">
      <p>{t('search.error', { place: at + 1, message: t(`search.error.${error.reason}`) })}</p>
      <code aria-hidden="true">
        {search.slice(0, at)}
        <mark>{search.slice(at, at + 1) || '␣'}</mark>
        {search.slice(at + 1)}
      </code>
    </div>
  );
}
