import type { SearchError as Wrong } from '../../preload/contract/contract.ts';
import { useTexts } from '../state/context.ts';

interface Props {
  readonly id: string;
  readonly search: string;
  readonly error: Wrong;
}

/** Says what is wrong with a search and marks the place in it. */
export function SearchError({ id, search, error }: Props) {
  const t = useTexts();
  const before = search.slice(0, error.at);
  // A sign may take two places of the string.
  const [sign = ''] = search.slice(error.at);
  return (
    <div id={id} role="alert" className="search-error">
      <p>{t('search.error', { place: [...before].length + 1, message: t(`search.error.${error.reason}`) })}</p>
      <code aria-hidden="true">
        {before}
        <mark>{sign || '␣'}</mark>
        {search.slice(error.at + sign.length)}
      </code>
    </div>
  );
}
