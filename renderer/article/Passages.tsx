import { X } from 'lucide-react';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Article, passageChange } from '../../preload/contract/contract.ts';
import { findPassage } from '../common/passage.ts';
import { Shown } from '../common/Shown.tsx';
import { Tip } from '../common/Tip.tsx';
import { mapText, paint } from '../common/text-map.ts';
import { useStores, useTexts } from '../state/context.ts';

const LOOK = 'passage';
const NONE: ReadonlyMap<string, Range> = new Map();

interface Props {
  readonly article: Article;
  /** The element that shows the text. */
  readonly text: RefObject<HTMLElement | null>;
  readonly hidden: boolean;
}

/** The passages the user has marked: painted in the text, and listed below it. */
export function Passages({ article, text, hidden }: Props) {
  const { marks, article: store } = useStores();
  const t = useTexts();
  const comparing = useStore(store, (state) => state.comparing);
  const { passages = [] } = article.status;
  const { id } = article.dispatch;
  const [found, setFound] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is another one where these change
  useLayoutEffect(() => {
    const root = text.current;
    if (!root || passages.length === 0) {
      setFound(NONE);
      return;
    }
    const map = mapText(root);
    const places = passages.flatMap((passage): [string, Range][] => {
      const from = findPassage(map.text, passage);
      return from === undefined ? [] : [[passage.id, map.rangeOf(from, from + passage.quote.length)]];
    });
    paint(
      LOOK,
      places.map(([, range]) => range),
    );
    setFound(new Map(places));
    return () => paint(LOOK, []);
  }, [article, text, hidden, comparing]);
  if (passages.length === 0) return null;
  return (
    <section className="passages" aria-label={t('passage.title')}>
      <h2>{t('passage.title')}</h2>
      <ul>
        {passages.map(({ id: passageId, quote }) => {
          const place = found.get(passageId);
          return (
            <li key={passageId}>
              {place ? (
                <button type="button" dir="auto" className="passage" onClick={() => scrollTo(place)}>
                  <Shown text={quote} />
                </button>
              ) : (
                <span dir="auto" className="passage">
                  <Shown text={quote} /> <span className="quiet">{t('passage.gone')}</span>
                </span>
              )}
              <Tip label={t('passage.removeShort')}>
                <button
                  type="button"
                  className="remove-note"
                  aria-label={t('passage.remove', { quote: quote.slice(0, 60) })}
                  onClick={() => void marks.getState().mark([id], passageChange(passageId, null))}
                >
                  <X aria-hidden="true" size={13} />
                </button>
              </Tip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const scrollTo = (place: Range) => place.startContainer.parentElement?.scrollIntoView({ block: 'center' });
