import { Fragment } from 'react';
import { Shown } from '../common/Shown.tsx';
import { useTexts } from '../state/context.ts';

/** More tags would leave no room for the headline. */
const MAX_TAGS = 2;

/** The user's tags in the line above the headline: the first ones, and how many more there are. */
export function RowTags({ tags }: { readonly tags: readonly string[] }) {
  const t = useTexts();
  const more = tags.slice(MAX_TAGS);
  return (
    <>
      {tags.slice(0, MAX_TAGS).map((tag) => (
        <Fragment key={tag}>
          {' '}
          <span className="badge badge-tag">
            <bdi>
              <Shown text={tag} />
            </bdi>
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
