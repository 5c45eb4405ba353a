import { CircleSlash, Clock, FileDiff, History } from 'lucide-react';
import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { fullTime } from '../common/time.ts';
import { useEmbargo } from '../common/use-embargo.ts';
import { isHidden, isNewest, isTakenBack, readEarlier, verdictOf } from '../state/article.ts';
import { useLocale, useReader, useTexts } from '../state/context.ts';

/** The dispatch is the agency's notice about another one: says which, and leaves the notice readable. */
function Verdict({ article }: { readonly article: Article }) {
  const store = useReader().article;
  const t = useTexts();
  const verdict = verdictOf(article);
  if (!verdict) return null;
  const { relation, id, number } = verdict;
  const { body, notes } = article.dispatch;
  const reasons = body.length > 0 ? [] : notes.filter((note) => note.kind === 'reason');
  return (
    <div className="banner banner-stop" role="status">
      <CircleSlash aria-hidden="true" size={18} />
      <div>
        <strong>{t(relation === 'kills' ? 'article.killNotice' : 'article.holdNotice')}</strong>
        {id === undefined && number !== undefined && <p>{t('article.targetNumber', { number })}</p>}
        {reasons.map((reason) => (
          <p key={reason.text} dir="auto">
            {reason.text}
          </p>
        ))}
      </div>
      {id !== undefined && (
        <button type="button" className="button" onClick={() => void store.getState().follow({ id })}>
          {t('article.showTarget')}
        </button>
      )}
    </div>
  );
}

function TakenBack({ article }: { readonly article: Article }) {
  const store = useReader().article;
  const t = useTexts();
  const revealed = useStore(store, (state) => state.revealed);
  const { status, notes } = article.dispatch;
  const reasons = notes.filter((note) => note.kind === 'reason');
  return (
    <div className="banner banner-stop" role="alert">
      <CircleSlash aria-hidden="true" size={18} />
      <div>
        <strong>{t(status === 'killed' ? 'article.killed' : 'article.withheld')}</strong>
        {reasons.map((reason) => (
          <p key={reason.text} dir="auto">
            {reason.text}
          </p>
        ))}
      </div>
      <button type="button" className="button" onClick={() => store.getState().reveal(!revealed)}>
        {t(revealed ? 'article.hideAgain' : 'article.showAnyway')}
      </button>
    </div>
  );
}

/** Another version is the newest: leads there. */
function NotNewest({ article, says }: { readonly article: Article; readonly says: 'article.newer' | 'article.older' }) {
  const store = useReader().article;
  const t = useTexts();
  const { id } = article.dispatch;
  return (
    <div className="banner">
      <History aria-hidden="true" size={18} />
      <span>{t(says)}</span>
      <button type="button" className="button" onClick={() => void store.getState().follow({ id })}>
        {t('article.showNewest')}
      </button>
    </div>
  );
}

/** What comes while one reads: it stands above the text, where it is seen from every line of it. */
export function Arrived({ article }: { readonly article: Article | undefined }) {
  const newer = useStore(useReader().article, (state) => state.newer);
  return (
    <div role="status" className="article-arrived">
      {article && newer && <NotNewest article={article} says="article.newer" />}
    </div>
  );
}

/** What has to be known before reading: taken back, under embargo, or not the newest version. */
export function Banners({ article }: { readonly article: Article }) {
  const store = useReader().article;
  const t = useTexts();
  const locale = useLocale();
  const newer = useStore(store, (state) => state.newer);
  const comparing = useStore(store, (state) => state.comparing);
  const hidden = useStore(store, isHidden);
  const { embargoUntil, status } = article.dispatch;
  const embargoed = useEmbargo(embargoUntil);
  const old = !isNewest(article);
  return (
    <>
      {isTakenBack(article) ? <TakenBack article={article} /> : <Verdict article={article} />}
      {embargoUntil === undefined && status === 'embargoed' && (
        <div className="banner banner-wait" role="status">
          <Clock aria-hidden="true" size={18} />
          <span>{t('row.embargo')}</span>
        </div>
      )}
      {embargoUntil !== undefined && (
        <div className={`banner ${embargoed ? 'banner-wait' : 'banner-over'}`} role="status">
          <Clock aria-hidden="true" size={18} />
          <span>
            {t(embargoed ? 'article.embargo' : 'article.embargoOver', { time: fullTime(embargoUntil, locale) })}
          </span>
        </div>
      )}
      {article.previous && !old && !hidden && (
        <div className="banner">
          <FileDiff aria-hidden="true" size={18} />
          <span>{t(readEarlier(article) ? 'article.readBefore' : 'article.changed')}</span>
          <button type="button" className="button" onClick={() => store.getState().compare(!comparing)}>
            {t(comparing ? 'article.compareHide' : 'article.compare')}
          </button>
        </div>
      )}
      {old && !newer && (
        <div role="status">
          <NotNewest article={article} says="article.older" />
        </div>
      )}
    </>
  );
}
