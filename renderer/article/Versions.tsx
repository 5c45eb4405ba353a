import type { Article, VersionInfo } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { fullTime } from '../common/time.ts';
import { hasNumber } from '../state/article.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';

/** The versions of a dispatch, newest first; each can be opened. */
export function Versions({ article }: { readonly article: Article }) {
  const store = useStores().article;
  const t = useTexts();
  const clock = useClock();
  const { versions, dispatch } = article;
  if (versions.length < 2) return null;
  const isShown = ({ id, version }: VersionInfo) => id === dispatch.id && version === dispatch.version;
  const shownAt = versions.findIndex(isShown);
  return (
    <section className="versions" aria-label={t('article.versions')}>
      <h2>{t('article.versions')}</h2>
      <ol>
        {versions.map((version, at) => {
          const shown = isShown(version);
          return (
            <li key={`${version.id} ${version.version}`} aria-current={shown ? 'true' : undefined}>
              {!version.certain && !shown && (
                <span className="quiet">{t(at > shownAt ? 'article.probablyUpdate' : 'article.probablyUpdated')} </span>
              )}
              {shown ? (
                <span dir="auto">
                  <Shown text={version.headline} />
                </span>
              ) : (
                <button
                  type="button"
                  dir="auto"
                  className="link"
                  onClick={() => void store.getState().follow({ id: version.id, version: version.version })}
                >
                  <Shown text={version.headline} />
                </button>
              )}
              <span className="quiet">
                {[
                  ...(hasNumber(version.version) ? [t('article.version', { version: version.version })] : []),
                  fullTime(version.publishedAt, clock),
                  ...(version.signal ? [t(`signal.${version.signal}`)] : []),
                  ...(version.status === 'killed' ? [t('row.killed')] : []),
                  ...(shown ? [t('article.thisVersion')] : []),
                ].join(' · ')}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
