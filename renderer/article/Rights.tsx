import { ShieldAlert } from 'lucide-react';
import type { Article, Note } from '../../preload/contract/contract.ts';
import { restrictionOf } from '../../preload/text/rights.ts';
import { Shown } from '../common/Shown.tsx';
import { useTexts } from '../state/context.ts';

/** Notes that whoever uses the text has to know; the others are folded away below it. */
const IN_SIGHT: readonly Note['kind'][] = ['editor', 'copyright', 'embargo'];

/** True for a note that stands above the text. */
export const isInSight = ({ kind }: Note): boolean => IN_SIGHT.includes(kind);

/** Above the scrolled text, so that it is in sight at any position: that the use of the dispatch is restricted. */
export function Restricted({ article }: { readonly article: Article }) {
  const t = useTexts();
  const restriction = restrictionOf(article.dispatch);
  if (restriction === undefined) return null;
  return (
    <p role="note" className="restricted" title={restriction}>
      <ShieldAlert aria-hidden="true" size={15} />
      <strong>{t('rights.restricted')}</strong>
      <span dir="auto">
        <Shown text={restriction} />
      </span>
    </p>
  );
}

/** Rights and notices of the agency, above the text. They are not selected with it, so that nobody copies them by mistake. */
export function Rights({ article: { dispatch } }: { readonly article: Article }) {
  const t = useTexts();
  const rows: [string, string][] = [
    ...(dispatch.rights ? [[t('rights.rights'), dispatch.rights] satisfies [string, string]] : []),
    ...dispatch.notes.filter(isInSight).map(({ kind, text }): [string, string] => [t(`note.${kind}`), text]),
  ];
  const distinct = rows.filter(([, text], at) => rows.findIndex(([, other]) => other === text) === at);
  if (distinct.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls long notices
    <section className="rights" aria-label={t('rights.title')} tabIndex={0}>
      <dl>
        {distinct.map(([name, text]) => (
          <div key={`${name} ${text}`} className="rights-row">
            <dt>{name}</dt>
            <dd dir="auto" className="rights-text">
              <Shown text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
