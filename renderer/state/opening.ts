import type { StoreApi } from 'zustand/vanilla';
import type { Article, Settings } from '../../preload/contract/contract.ts';
import { type ArticleState, isNewest, isRead } from './article.ts';
import type { ListState } from './list-state.ts';
import type { Marks } from './marks.ts';

/** Arrowing through the list loads nothing until the person stays on a row for so long, in milliseconds. */
const SETTLE = 120;
/** How long an article is shown before it counts as read. */
const SHOWN: Readonly<Record<Settings['markRead'], number | undefined>> = {
  open: 300,
  delay: 1_500,
  manual: undefined,
};

interface Around {
  /** False while a narrow window shows the list in the article's place, and while nobody sees the window. */
  readonly visible: () => boolean;
  /** Calls back whenever that may have changed; the result ends it. */
  readonly onVisible: (changed: () => void) => () => void;
  readonly list: StoreApi<ListState>;
  readonly article: StoreApi<ArticleState>;
  readonly marks: StoreApi<Marks>;
  readonly search: () => string | undefined;
  readonly policy: () => Settings['markRead'];
}

const sameVersion = (a: Article | undefined, b: Article | undefined) =>
  a?.dispatch.id === b?.dispatch.id && a?.dispatch.version === b?.dispatch.version;

/** Opens what is selected in the list, and marks what stays open as read. The result ends both. */
export function followSelection({ visible, onVisible, list, article, marks, search, policy }: Around): () => void {
  let opening: ReturnType<typeof setTimeout> | undefined;
  let marking: ReturnType<typeof setTimeout> | undefined;
  let lastMove = Number.NEGATIVE_INFINITY;

  const openSelected = () => {
    const { selectedId } = list.getState();
    if (selectedId !== undefined) void article.getState().open(selectedId, search());
  };
  const offList = list.subscribe((now, before) => {
    if (now.selectedId === before.selectedId) return;
    clearTimeout(opening);
    clearTimeout(marking);
    if (now.selectedId === undefined) {
      article.getState().close();
      return;
    }
    // The first step opens at once, so that a single press feels immediate; quick ones after it wait.
    const quick = performance.now() - lastMove < 2 * SETTLE;
    lastMove = performance.now();
    if (quick) opening = setTimeout(openSelected, SETTLE);
    else openSelected();
  });

  const markShown = () => {
    clearTimeout(marking);
    const { article: shown } = article.getState();
    const after = SHOWN[policy()];
    if (!shown || !visible() || after === undefined || isRead(shown) || !isNewest(shown)) return;
    marking = setTimeout(() => {
      void marks.getState().mark([shown.dispatch.id], { read: true }, 'quiet');
    }, after);
  };
  const offArticle = article.subscribe((now, before) => {
    if (!sameVersion(now.article, before.article)) markShown();
    // Whoever has said meanwhile whether it is read is not overruled.
    else if (now.article?.status.read !== before.article?.status.read) clearTimeout(marking);
  });
  const offVisible = onVisible(markShown);

  return () => {
    clearTimeout(opening);
    clearTimeout(marking);
    offList();
    offArticle();
    offVisible();
  };
}
