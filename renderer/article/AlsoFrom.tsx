import { GitCompareArrows } from 'lucide-react';
import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { showTelling } from '../commands/story-commands.ts';
import { IconButton } from '../common/IconButton.tsx';
import { Shown } from '../common/Shown.tsx';
import { sourceName } from '../common/source.ts';
import { rowTime } from '../common/time.ts';
import { useNow } from '../common/use-now.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';

/** The other dispatches that tell the same story: to go to, and to compare with. */
export function AlsoFrom({ article: { story = [] } }: { readonly article: Article }) {
  const stores = useStores();
  const t = useTexts();
  const clock = useClock();
  const now = useNow();
  const compared = useStore(stores.article, (state) => state.compared);
  if (story.length === 0) return null;
  return (
    <nav className="also-from" aria-label={t('article.alsoFrom')}>
      <span className="quiet">{t('article.alsoFrom')}</span>
      <ul>
        {story.map(({ id, source, headline, publishedAt }) => (
          <li key={id}>
            <button type="button" className="link" title={headline} onClick={() => showTelling(stores, id)}>
              <bdi>
                <Shown text={sourceName(source, t)} />
              </bdi>{' '}
              <time dateTime={publishedAt}>{rowTime(publishedAt, now, clock)}</time>
            </button>
            <IconButton
              icon={GitCompareArrows}
              label={t('article.compareTelling', { source: sourceName(source, t) })}
              pressed={compared?.id === id}
              onClick={() => void stores.article.getState().compareWith(compared?.id === id ? undefined : id)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
