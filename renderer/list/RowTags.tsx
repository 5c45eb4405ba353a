import { Fragment } from 'react';
import { useTexts } from '../state/context.ts';

/** So many tags stand in a row; more of them would leave no room for its headline. */
const MOST_TAGS = 2;

/** The person's tags, behind the headline: the first ones, and how many more there are. */
export function RowTags({ tags }: { readonly tags: readonly string[] }) {
  const t = useTexts();
  const more = tags.slice(MOST_TAGS);
  return (
    <>
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <Fragment key={tag}>
          {' '}
          <span className="badge badge-tag">
            <bdi>{tag}</bdi>
          </span>
        </Fragment>
      ))}
      {more.length > 0 && ' '}
      {more.length > 0 && (
        <span
          role="img"
          className="badge badge-tag"
          aria-label={t('row.moreTags', { count: more.length })}
          title={more.join(', ')}
        >
          <bdi>+{more.length}</bdi>
        </span>
      )}
    </>
  );
}
