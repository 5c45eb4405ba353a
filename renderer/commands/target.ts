import { isRead } from '../state/article.ts';
import { hasUnread, rowOf } from '../state/pages.ts';
import type { Stores } from '../state/stores.ts';

/** The dispatches that a command acts on. */
export interface Target {
  readonly ids: readonly string[];
  /** True when all of them are, as far as they are loaded. */
  readonly read: boolean;
  readonly bookmarked: boolean;
}

/**
 * What a command acts on: the row that is pointed at, else the chosen rows, else the dispatch followed to in the article pane,
 * else the one selected in the list. A row that is pointed at among the chosen ones stands for all of them.
 */
export function target(stores: Stores): Target | undefined {
  const ids = idsOf(stores);
  const views = ids.flatMap((id) => viewOf(stores, id) ?? []);
  if (views.length === 0) return undefined;
  return { ids, read: views.every(({ read }) => read), bookmarked: views.every(({ bookmarked }) => bookmarked) };
}

/** True when the target is the one dispatch that the article pane shows. */
export function isShownAlone(stores: Stores): boolean {
  const [id, ...more] = idsOf(stores);
  return id !== undefined && more.length === 0 && stores.article.getState().article?.dispatch.id === id;
}

function idsOf({ list, article, chosen }: Stores): readonly string[] {
  const { ids, pointed } = chosen.getState();
  if (pointed !== undefined && !ids.has(pointed)) return [pointed];
  if (ids.size > 0) return [...ids];
  const { trail, current } = article.getState();
  const { selectedId } = list.getState();
  const id = trail.length > 0 ? current?.id : (selectedId ?? current?.id);
  return id === undefined ? [] : [id];
}

function viewOf({ list, article }: Stores, id: string): Omit<Target, 'ids'> | undefined {
  const { article: shown } = article.getState();
  const { pages, selectedId, selectedRow } = list.getState();
  const row = id === selectedId ? selectedRow() : rowOf(pages, id);
  const own = shown?.dispatch.id === id ? { read: isRead(shown), bookmarked: shown.status.bookmarked } : row;
  return own && { ...own, read: own.read && !(row && hasUnread(row)) };
}
