import { Newspaper } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { clearCurrentHit, clearSelection } from '../commands/hits-and-selection.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { isHidden } from '../state/article.ts';
import { useStores, useTexts } from '../state/context.ts';
import { ArticleText } from './ArticleText.tsx';
import { ArticleTools } from './ArticleTools.tsx';
import { Arrived } from './Banners.tsx';
import { FileView } from './FileView.tsx';
import { FindBar } from './FindBar.tsx';
import { Restricted } from './Rights.tsx';
import { useStableScroll } from './use-stable-scroll.ts';

/** The right pane: one dispatch, or why none is shown. */
export function ArticlePane({ narrow }: { readonly narrow: boolean }) {
  const { article: store, positions } = useStores();
  const t = useTexts();
  const { article, phase } = useStore(store);
  const scroller = useRef<HTMLElement>(null);
  const id = article?.dispatch.id;
  const words = JSON.stringify(article?.highlight);

  useStableScroll(scroller, id, positions);
  // Killed or withheld while it is being read: the reason is at the top.
  const hidden = useStore(store, isHidden);
  useLayoutEffect(() => {
    if (scroller.current && hidden) scroller.current.scrollTop = 0;
  }, [hidden]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another article is shown
  useLayoutEffect(() => clearSelection, [id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another article or other hits are shown
  useLayoutEffect(() => clearCurrentHit, [id, words]);

  return (
    <div className="article-pane" data-pane="article">
      {(article || narrow) && <ArticleTools article={article} narrow={narrow} />}
      <Arrived article={article} />
      {article && <FindBar within={scroller} />}
      {article && <Restricted article={article} />}
      <div className="article-beside">
        <section
          ref={scroller}
          className="article-scroller"
          data-focus
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls the text
          tabIndex={0}
          aria-label={t('pane.article')}
        >
          {article ? <ArticleText article={article} /> : <NoArticle phase={phase} />}
        </section>
        {article && <FileView article={article} />}
      </div>
    </div>
  );
}

function NoArticle({ phase }: { readonly phase: 'none' | 'loading' | 'shown' | 'missing' | 'failed' }) {
  const t = useTexts();
  if (phase === 'loading') return <p className="visually-hidden">{t('article.loading')}</p>;
  const [title, text]: [MessageKey, MessageKey?] =
    phase === 'missing'
      ? ['empty.missing.title', 'empty.missing.text']
      : phase === 'failed'
        ? ['article.failed']
        : ['empty.article.title', 'empty.article.text'];
  return (
    <div className="empty">
      <Newspaper aria-hidden="true" size={34} strokeWidth={1.25} />
      <h2>{t(title)}</h2>
      {text && <p>{t(text)}</p>}
    </div>
  );
}
