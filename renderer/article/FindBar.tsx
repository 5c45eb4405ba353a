import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { focusPane } from '../commands/focus.ts';
import { findText } from '../common/find-text.ts';
import { IconButton } from '../common/IconButton.tsx';
import { mapText, paint } from '../common/text-map.ts';
import { isHidden } from '../state/article.ts';
import { useStores, useTexts } from '../state/context.ts';

const HITS = 'find';
const CURRENT = 'find-current';

/** The search within the article, above its text; `within` is the part that scrolls. */
export function FindBar({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const { find } = useStores();
  const isOpen = useStore(find, (state) => state.isOpen);
  return isOpen ? <OpenFindBar within={within} /> : null;
}

function OpenFindBar({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const stores = useStores();
  const t = useTexts();
  const { text, count, current, type, step, close } = useStore(stores.find);
  const article = useStore(stores.article, (state) => state.article);
  const comparing = useStore(stores.article, (state) => state.comparing);
  const hidden = useStore(stores.article, isHidden);
  const field = useRef<HTMLInputElement>(null);
  const hits = useRef<readonly Range[]>([]);

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: searches again when another text is on screen
  useLayoutEffect(() => {
    const view = within.current;
    if (!view) return;
    const map = mapText(view);
    hits.current = findText(map.text, text).map(({ from, to }) => map.rangeOf(from, to));
    const edge = view.getBoundingClientRect().top;
    const below = hits.current.findIndex((range) => range.getBoundingClientRect().top >= edge);
    stores.find.getState().found(hits.current.length, Math.max(0, below));
    paint(HITS, hits.current);
  }, [text, article, comparing, hidden, within, stores]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` tells of another search
  useLayoutEffect(() => {
    const range = hits.current[current];
    paint(CURRENT, range ? [range] : []);
    const view = within.current;
    if (!range || !view) return;
    const [hit, shown] = [range.getBoundingClientRect(), view.getBoundingClientRect()];
    if (hit.top < shown.top || hit.bottom > shown.bottom) view.scrollTop += hit.top - shown.top - shown.height / 3;
  }, [current, count, text, within]);
  useEffect(
    () => () => {
      paint(HITS, []);
      paint(CURRENT, []);
    },
    [],
  );
  // The hit stays selected, as in a browser: a passage is then marked without the mouse, too.
  const leave = () => {
    const range = hits.current[current];
    close();
    focusPane('article');
    if (range)
      getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  };
  return (
    <search className="find-bar" aria-label={t('find.title')}>
      <input
        ref={field}
        type="text"
        value={text}
        maxLength={200}
        aria-label={t('find.title')}
        placeholder={t('find.title')}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          if (event.key === 'Escape') leave();
          else step(event.shiftKey ? -1 : 1);
        }}
      />
      <span role="status" className="find-count">
        {text !== '' && (count > 0 ? t('find.count', { current: current + 1, total: count }) : t('find.none'))}
      </span>
      <IconButton icon={ChevronUp} label={t('find.previous')} onClick={() => step(-1)} />
      <IconButton icon={ChevronDown} label={t('find.next')} onClick={() => step(1)} />
      <IconButton icon={X} label={t('find.close')} onClick={leave} />
    </search>
  );
}
