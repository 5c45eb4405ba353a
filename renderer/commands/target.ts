import { isRead } from '../state/article.ts';
import { indexOf, rowAt } from '../state/pages.ts';
import type { Stores } from '../state/stores.ts';

/** A dispatch that a command acts on. */
export interface Target {
  readonly id: string;
  readonly read: boolean;
  readonly bookmarked: boolean;
}

/** The dispatch a command acts on: the one followed to in the article pane, else the one selected in the list. */
export function target({ list, article }: Stores): Target | undefined {
  const { article: shown, trail, current } = article.getState();
  const { selectedId, pages } = list.getState();
  const id = trail.length > 0 ? current?.id : (selectedId ?? current?.id);
  if (id === undefined) return undefined;
  const index = indexOf(pages, id);
  const row = index === undefined ? undefined : rowAt(pages, index);
  if (shown?.dispatch.id === id) return { id, read: isRead(shown), bookmarked: shown.status.bookmarked };
  return row && { id, read: row.read, bookmarked: row.bookmarked };
}
