import type { StoreApi } from 'zustand/vanilla';
import type { Article, Settings } from '../../preload/contract/contract.ts';
import { type ArticleState, isNewest, isRead } from './article.ts';
import type { Chosen } from './chosen.ts';
import type { ListState } from './list-state.ts';
import type { Marks } from './marks.ts';

/** Moving through the list quickly loads nothing until the user stays on a row this long. */
const SETTLE_MS = 120;
/** How long an article is shown before it counts as read; undefined: it never does by itself. */
const READ_AFTER_MS: Readonly<Record<Settings['markRead'], number | undefined>> = {
  open: 300,
  delay: 1_500,
  manual: undefined,
};

interface Parts {
  /** False while a narrow window shows the list instead of the article, and while the window is hidden. */
  readonly visible: () => boolean;
  /** Calls back when that may have changed; the result unsubscribes. */
  readonly onVisible: (changed: () => void) => () => void;
  readonly list: StoreApi<ListState>;
  readonly chosen: StoreApi<Chosen>;
  readonly article: StoreApi<ArticleState>;
  readonly marks: StoreApi<Marks>;
  readonly search: () => string | undefined;
  /** True for the dispatch that was open when the window was left. */
  readonly isRestored: (id: string) => boolean;
  readonly markRead: () => Settings['markRead'];
}

const sameVersion = (a: Article | undefined, b: Article | undefined) =>
  a?.dispatch.id === b?.dispatch.id && a?.dispatch.version === b?.dispatch.version;

/** Opens the dispatch selected in the list, and marks an article that stays open as read. The result stops both. */
export function followSelection({
  visible,
  onVisible,
  list,
  chosen,
  article,
  marks,
  search,
  isRestored,
  markRead,
}: Parts): () => void {
  let marking: ReturnType<typeof setTimeout> | undefined;
  let lastMove = Number.NEGATIVE_INFINITY;

  const openSelected = (pauseMs = 0) => {
    const { selectedId } = list.getState();
    // Choosing many rows opens none of them, and so reads none of them.
    if (chosen.getState().ids.size > 0) return;
    if (selectedId !== undefined) void article.getState().open(selectedId, search(), pauseMs);
  };
  const offList = list.subscribe((now, before) => {
    if (now.selectedId === before.selectedId) return;
    clearTimeout(marking);
    if (now.selectedId === undefined) {
      article.getState().close();
      return;
    }
    // The first step opens at once, so that a single key press feels immediate; quick ones after it wait.
    const quick = performance.now() - lastMove < 2 * SETTLE_MS;
    lastMove = performance.now();
    openSelected(quick ? SETTLE_MS : 0);
  });

  const offChosen = chosen.subscribe((now, before) => {
    const isOver = now.ids.size === 0 && before.ids.size > 0;
    if (now.ids.size > 0) article.getState().stay();
    if (isOver && article.getState().current?.id !== list.getState().selectedId) openSelected();
  });

  const markShown = () => {
    clearTimeout(marking);
    const { article: shown } = article.getState();
    const after = READ_AFTER_MS[markRead()];
    if (
      !shown ||
      isRestored(shown.dispatch.id) ||
      !visible() ||
      after === undefined ||
      isRead(shown) ||
      !isNewest(shown)
    )
      return;
    marking = setTimeout(() => {
      void marks.getState().mark([shown.dispatch.id], { read: true }, 'quiet');
    }, after);
  };
  const offArticle = article.subscribe((now, before) => {
    if (!sameVersion(now.article, before.article)) markShown();
    // The user has marked it meanwhile: that takes precedence.
    else if (now.article?.status.read !== before.article?.status.read) clearTimeout(marking);
  });
  // Moving the focus between panes that are both shown is no reason to mark again what the user has marked as unread.
  let wasVisible = visible();
  const offVisible = onVisible(() => {
    if (visible() === wasVisible) return;
    wasVisible = visible();
    markShown();
  });

  return () => {
    clearTimeout(marking);
    offList();
    offChosen();
    offArticle();
    offVisible();
  };
}
