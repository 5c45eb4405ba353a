import { ArrowRight } from 'lucide-react';
import type { Teaser } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { fullTime } from '../common/time.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';

function TeaserText({ teaser }: { readonly teaser: Teaser }) {
  const t = useTexts();
  const { headline, lead, text, certain } = teaser;
  if (headline === undefined)
    return (
      <span className="teaser-lead">
        <Shown text={text} />
      </span>
    );
  return (
    <>
      <span
        className={certain ? 'teaser-headline' : 'teaser-headline teaser-guess'}
        title={certain ? undefined : t('article.uncertain')}
      >
        <Shown text={headline} />
      </span>
      {lead && (
        <span className="teaser-lead">
          <Shown text={lead} />
        </span>
      )}
    </>
  );
}

/** The related dispatches a file names; those in the library can be opened. */
export function Related({ related }: { readonly related: readonly Teaser[] }) {
  const { article } = useStores();
  const t = useTexts();
  const clock = useClock();
  if (related.length === 0) return null;
  return (
    <section className="related" aria-label={t('article.related')}>
      <h2>{t('article.related')}</h2>
      <ul>
        {related.map((teaser) => {
          const { dispatchId, category, publishedAt, text } = teaser;
          const meta = [category, publishedAt && fullTime(publishedAt, clock)].filter(Boolean).join(' · ');
          return (
            <li key={text}>
              {dispatchId === undefined ? (
                <div dir="auto" className="teaser">
                  <TeaserText teaser={teaser} />
                </div>
              ) : (
                <button
                  type="button"
                  dir="auto"
                  className="teaser teaser-open"
                  onClick={() => void article.getState().follow({ id: dispatchId })}
                >
                  <TeaserText teaser={teaser} />
                  <ArrowRight aria-hidden="true" size={15} />
                </button>
              )}
              {meta && (
                <span className="teaser-meta">
                  <Shown text={meta} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
