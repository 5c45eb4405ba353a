import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Article, blockText } from '../../preload/contract/contract.ts';
import { findWords } from '../../preload/text/find-words.ts';
import { eventText } from '../common/event-time.ts';
import { Highlighted } from '../common/Highlighted.tsx';
import { wordCount } from '../common/plain-text.ts';
import { Shown } from '../common/Shown.tsx';
import { sourceName } from '../common/source.ts';
import { relativeTime } from '../common/time.ts';
import { useNow } from '../common/use-now.ts';
import { Badges } from '../list/Badges.tsx';
import { useClock, useTexts } from '../state/context.ts';
import { useStanding } from '../state/standing.ts';
import { ExactTime } from './ExactTime.tsx';

/** Some services give a dispatch dozens of categories. */
const MAX_CATEGORIES = 5;

function Categories({ categories }: { readonly categories: readonly string[] }) {
  const t = useTexts();
  const more = categories.length - MAX_CATEGORIES;
  const shown = more > 1 ? categories.slice(0, MAX_CATEGORIES) : categories;
  return (
    <span dir="auto" className="kicker-categories" title={more > 1 ? categories.join(' · ') : undefined}>
      <Shown text={shown.join(' · ')} />
      {more > 1 && ` ${t('article.moreCategories', { count: more })}`}
    </span>
  );
}

/** One item of the line below the headline, isolated so that it keeps its own writing direction. */
const Item = ({ children }: { readonly children: ReactNode }) => (
  <span>
    <bdi>{children}</bdi>
  </span>
);

/** Some services repeat the first sentence of the text as the subhead: it is shown once. */
function opensWith([first]: Article['dispatch']['body'], subhead: string): boolean {
  const words = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  return first !== undefined && words(blockText(first)).startsWith(words(subhead).trimEnd());
}

/** Everything above the body: categories, headline, subhead, byline, times. */
export function Head({ article: { dispatch, highlight, probable } }: { readonly article: Article }) {
  const standing = useStanding(dispatch.headline);
  const t = useTexts();
  const clock = useClock();
  const now = useNow();
  const { categories, kicker, headline, subhead, byline, source, publishedAt, urgency, body, status, event } = dispatch;
  const author = byline?.replace(/^(von|by)\s+/i, '');
  const ago = relativeTime(publishedAt, now, clock);
  return (
    <header className="article-head">
      <div className="kicker">
        <Badges of={{ ...dispatch, probable }} />
        {categories.length > 0 && <Categories categories={categories} />}
        {kicker && (
          <span dir="auto" className="kicker-own">
            <Shown text={kicker} />
          </span>
        )}
      </div>
      <h1 dir="auto" data-text>
        <Highlighted text={headline} hits={findWords(headline, highlight?.headline ?? [])} standing={standing} />
      </h1>
      {subhead && !opensWith(body, subhead) && (
        <p dir="auto" className="subhead" data-text>
          <Shown text={subhead} />
        </p>
      )}
      <p className="byline">
        {author && author !== source && (
          <Item>
            <Shown text={t('article.by', { byline: author })} />
          </Item>
        )}
        <Item>
          <Shown text={sourceName(source, t)} />
        </Item>
        <Item>
          <ExactTime dispatch={dispatch} />
        </Item>
        {ago && (
          <span className="ago">
            <bdi>{ago}</bdi>
          </span>
        )}
        {urgency !== 5 && <Item>{t('article.urgency', { urgency })}</Item>}
        {status === 'usable' && body.length > 0 && <Item>{t('article.words', { count: wordCount(body) })}</Item>}
      </p>
      {event && (
        <p className="event">
          <CalendarClock role="img" aria-label={t('article.event')} size={16} />
          <span dir="auto">
            <Shown text={eventText(event, clock)} />
          </span>
        </p>
      )}
    </header>
  );
}
