import { Clock, FileDiff, History, Search } from 'lucide-react';
import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { fullTime } from '../common/time.ts';
import { useEmbargo } from '../common/use-embargo.ts';
import { hasNumber, isHidden, isKilledOrWithheld, isNewest, readEarlier } from '../state/article.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';
import { Changes } from './Changes.tsx';
import { Cleared, Killed, KillNotice } from './Killed.tsx';

/** For a correction: what the agency says about it, and what has changed. As loud as a kill: the wrong text may be in use. */
function Corrected({ article }: { readonly article: Article }) {
  const store = useStores().article;
  const t = useTexts();
  const comparing = useStore(store, (state) => state.comparing);
  const { dispatch, previous, targets = [] } = article;
  const target = targets.find(({ relation }) => relation === 'corrects')?.id;
  return (
    <div className="banner banner-stop banner-corrected" role="note">
      <FileDiff aria-hidden="true" size={18} />
      <div>
        <strong>{t('article.corrected')}</strong>
        {dispatch.notes
          .filter(({ kind }) => kind === 'correction')
          .map(({ text }) => (
            <p key={text} dir="auto">
              <Shown text={text} />
            </p>
          ))}
        {previous && !comparing && <Changes before={previous} after={dispatch} changedOnly />}
      </div>
      {previous && (
        <button type="button" className="button" onClick={() => store.getState().compare(!comparing)}>
          {t(comparing ? 'article.compareHide' : 'article.compare')}
        </button>
      )}
      {!previous && target !== undefined && (
        <button type="button" className="button" onClick={() => void store.getState().follow({ id: target })}>
          {t('article.showTarget')}
        </button>
      )}
    </div>
  );
}

/** For a version that is not the newest: leads to the newest. */
function NotNewest({ article, text }: { readonly article: Article; readonly text: 'article.newer' | 'article.older' }) {
  const store = useStores().article;
  const t = useTexts();
  const { id } = article.dispatch;
  return (
    <div className="banner">
      <History aria-hidden="true" size={18} />
      <span>{t(text)}</span>
      <button type="button" className="button" onClick={() => void store.getState().follow({ id })}>
        {t('article.showNewest')}
      </button>
    </div>
  );
}

/**
 * What has arrived for the article while it is read: its alarm, as the strip would have it. A newer version stands above the
 * scrolled text, so that it is visible at any position; a kill has its banner in the text.
 */
export function Arrived({ article }: { readonly article: Article | undefined }) {
  const t = useTexts();
  const { newer, struck } = useStore(useStores().article);
  return (
    <div aria-live="assertive" className="article-arrived">
      {article && newer && <NotNewest article={article} text="article.newer" />}
      {article && struck && (
        <span className="visually-hidden">
          {t(article.dispatch.status === 'killed' ? 'article.killed' : 'article.withheld')}
        </span>
      )}
    </div>
  );
}

/** For a dispatch that a search has found by an earlier version, which it leads to, or by a note. */
function FoundIn({ article, foundIn }: { readonly article: Article; readonly foundIn: Found }) {
  const store = useStores().article;
  const t = useTexts();
  const { id } = article.dispatch;
  if (foundIn === 'note')
    return (
      <div className="banner">
        <Search aria-hidden="true" size={18} />
        <span>{t('article.foundInNote')}</span>
      </div>
    );
  const { version } = foundIn;
  return (
    <div className="banner">
      <Search aria-hidden="true" size={18} />
      <span>{hasNumber(version) ? t('article.foundInVersion', { version }) : t('article.foundInEarlier')}</span>
      <button type="button" className="button" onClick={() => void store.getState().follow({ id, version })}>
        {t('article.showVersion')}
      </button>
    </div>
  );
}

type Found = NonNullable<Article['foundIn']>;

/** What to know before reading: killed or withheld, embargo, other versions. */
export function Banners({ article }: { readonly article: Article }) {
  const store = useStores().article;
  const t = useTexts();
  const clock = useClock();
  const newer = useStore(store, (state) => state.newer);
  const comparing = useStore(store, (state) => state.comparing);
  const hidden = useStore(store, isHidden);
  const { embargoUntil, status } = article.dispatch;
  const embargoed = useEmbargo(embargoUntil);
  const old = !isNewest(article);
  const isCorrection = article.dispatch.signal === 'correction' && !old && !hidden;
  return (
    <>
      {isKilledOrWithheld(article) ? <Killed article={article} /> : <KillNotice article={article} />}
      <Cleared article={article} />
      {embargoUntil === undefined && status === 'embargoed' && (
        <div className="banner banner-wait" role="note">
          <Clock aria-hidden="true" size={18} />
          <span>{t('row.embargo')}</span>
        </div>
      )}
      {embargoUntil !== undefined && (
        <div className={`banner ${embargoed ? 'banner-wait' : 'banner-over'}`} role="note">
          <Clock aria-hidden="true" size={18} />
          <span>
            {t(embargoed ? 'article.embargo' : 'article.embargoOver', { time: fullTime(embargoUntil, clock, 'short') })}
          </span>
        </div>
      )}
      {isCorrection && <Corrected article={article} />}
      {article.previous && !old && !hidden && !isCorrection && (
        <div className="banner">
          <FileDiff aria-hidden="true" size={18} />
          <span>{t(readEarlier(article) ? 'article.readBefore' : 'article.changed')}</span>
          <button type="button" className="button" onClick={() => store.getState().compare(!comparing)}>
            {t(comparing ? 'article.compareHide' : 'article.compare')}
          </button>
        </div>
      )}
      {article.foundIn !== undefined && !old && !hidden && <FoundIn article={article} foundIn={article.foundIn} />}
      {old && !newer && <NotNewest article={article} text="article.older" />}
    </>
  );
}
