import { CircleCheck, CircleSlash } from 'lucide-react';
import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { isKilledOrWithheld, killedByNotice } from '../state/article.ts';
import { useStores, useTexts } from '../state/context.ts';

/** For a notice that kills or withholds another dispatch: says which one. The notice itself stays readable. */
export function KillNotice({ article }: { readonly article: Article }) {
  const store = useStores().article;
  const t = useTexts();
  const target = killedByNotice(article);
  if (!target) return null;
  const { relation, number, headline } = target;
  const id = target.id ?? article.targets?.find((one) => one.relation === relation)?.id;
  const { body, notes } = article.dispatch;
  const reasons = body.length > 0 ? [] : notes.filter((note) => note.kind === 'reason');
  return (
    <div className="banner banner-stop" role="note">
      <CircleSlash aria-hidden="true" size={18} />
      <div>
        <strong>{t(relation === 'kills' ? 'article.killNotice' : 'article.holdNotice')}</strong>
        {target.id === undefined && number !== undefined && <p>{t('article.targetNumber', { number })}</p>}
        {target.id === undefined && number === undefined && headline !== undefined && (
          <p dir="auto">
            <Shown text={t('article.targetHeadline', { headline })} />
          </p>
        )}
        {reasons.map((reason) => (
          <p key={reason.text} dir="auto">
            <Shown text={reason.text} />
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

/** For a killed or withheld dispatch: the reason, and a button that shows the text. */
export function Killed({ article }: { readonly article: Article }) {
  const { article: store, marks } = useStores();
  const t = useTexts();
  const revealed = useStore(store, (state) => state.revealed);
  const { dispatch, orderedBy, probable: isProbable = false } = article;
  const { cleared = [] } = article.status;
  const reasons = dispatch.notes.filter((note) => note.kind === 'reason');
  const [certain, probable] =
    dispatch.status === 'killed'
      ? (['article.killed', 'article.probablyKilled'] as const)
      : (['article.withheld', 'article.probablyWithheld'] as const);
  return (
    <div className="banner banner-stop" role="note">
      <CircleSlash aria-hidden="true" size={18} />
      <div>
        <strong>{t(isProbable ? probable : certain)}</strong>
        {reasons.map((reason) => (
          <p key={reason.text} dir="auto">
            <Shown text={reason.text} />
          </p>
        ))}
      </div>
      <div className="banner-buttons">
        {orderedBy !== undefined && (
          <button type="button" className="button" onClick={() => void store.getState().follow({ id: orderedBy })}>
            {t('article.showNotice')}
          </button>
        )}
        {isProbable && orderedBy !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => void marks.getState().mark([dispatch.id], { cleared: [...cleared, orderedBy] })}
          >
            {t(dispatch.status === 'killed' ? 'article.notKilled' : 'article.notWithheld')}
          </button>
        )}
        <button type="button" className="button" onClick={() => store.getState().reveal(!revealed)}>
          {t(revealed ? 'article.hideAgain' : 'article.showAnyway')}
        </button>
      </div>
    </div>
  );
}

/** For a dispatch that a person has declared not to be the one that a notice means: how it was decided, and the way back. */
export function Cleared({ article }: { readonly article: Article }) {
  const { article: store, marks } = useStores();
  const t = useTexts();
  const { dispatch, status } = article;
  const notice = status.cleared?.at(-1);
  if (notice === undefined || isKilledOrWithheld(article)) return null;
  return (
    <div className="banner" role="note">
      <CircleCheck aria-hidden="true" size={18} />
      <span>{t('article.cleared')}</span>
      <div className="banner-buttons">
        <button type="button" className="button" onClick={() => void store.getState().follow({ id: notice })}>
          {t('article.showNotice')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void marks.getState().mark([dispatch.id], { cleared: null })}
        >
          {t('article.killedAfterAll')}
        </button>
      </div>
    </div>
  );
}
