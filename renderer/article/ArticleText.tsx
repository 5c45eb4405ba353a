import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { useEmbargo } from '../common/use-embargo.ts';
import { isHidden } from '../state/article.ts';
import { useStores } from '../state/context.ts';
import { AlsoFrom } from './AlsoFrom.tsx';
import { Banners } from './Banners.tsx';
import { Body } from './Body.tsx';
import { Changes } from './Changes.tsx';
import { HandedOn } from './HandedOn.tsx';
import { Head } from './Head.tsx';
import { Mine } from './Mine.tsx';
import { Notes } from './Notes.tsx';
import { Origin } from './Origin.tsx';
import { Passages } from './Passages.tsx';
import { Related } from './Related.tsx';
import { Rights } from './Rights.tsx';
import { RuleTraces } from './RuleTraces.tsx';
import { Taken } from './Taken.tsx';
import { Traces } from './Traces.tsx';
import { typography } from './typography.ts';
import { Versions } from './Versions.tsx';

const NO_WORDS: readonly string[] = [];

/** The body with the dateline at the start of the first paragraph, as in print. */
function withDateline(article: Article): Article['dispatch']['body'] {
  const { dateline, body } = article.dispatch;
  const [first, ...rest] = body;
  if (!dateline || first?.type !== 'paragraph' || first.text.startsWith(dateline)) return body;
  const lead = `${dateline} – `;
  const marks = (first.marks ?? []).map((mark) => ({
    ...mark,
    from: mark.from + lead.length,
    to: mark.to + lead.length,
  }));
  const bold = { from: 0, to: dateline.length, kind: 'bold' as const };
  return [{ ...first, text: lead + first.text, marks: [bold, ...marks] }, ...rest];
}

/** One dispatch, from its banners to its origin. */
export function ArticleText({ article }: { readonly article: Article }) {
  const stores = useStores();
  const settings = useStore(stores.settings, (state) => state.settings);
  const hidden = useStore(stores.article, isHidden);
  const { comparing, compared } = useStore(stores.article);
  const { dispatch, previous, highlight } = article;
  const text = useRef<HTMLDivElement>(null);
  const embargoed = useEmbargo(dispatch.embargoUntil);
  return (
    <article
      data-dispatch={dispatch.id}
      className={`article ${embargoed ? 'article-embargoed' : ''}`}
      {...typography(settings)}
    >
      <Banners article={article} />
      <Taken article={article} />
      <Traces article={article} />
      <RuleTraces article={article} />
      <div ref={text} lang={dispatch.language}>
        <Head article={article} />
        <AlsoFrom article={article} />
        <Rights article={article} />
        <HandedOn article={article} />
        {!hidden && (
          <div className="body" data-text>
            {compared ? (
              <Changes before={compared} after={dispatch} isTelling />
            ) : comparing && previous ? (
              <Changes before={previous} after={dispatch} />
            ) : (
              // An event may have nothing but its time and place.
              (dispatch.body.length > 0 || !dispatch.event) && (
                <Body body={withDateline(article)} words={highlight?.body ?? NO_WORDS} />
              )
            )}
          </div>
        )}
      </div>
      {!hidden && <Notes notes={dispatch.notes} />}
      <Passages article={article} text={text} hidden={hidden} />
      <Mine key={article.dispatch.id} article={article} />
      <Versions article={article} />
      {!hidden && <Related related={dispatch.related} />}
      <Origin article={article} />
    </article>
  );
}
