import { type View, viewQuery } from '../../preload/contract/view.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { isShownAlone, target } from './target.ts';

const SIZES = { article: 'width=780,height=900', ticker: 'width=420,height=640' } as const;

/** Opens a window of its own: the host does, or the browser. */
export function openWindow({ ask, settings }: Stores, view: View): void {
  // In a browser at once: only a key press or click may open a window.
  if (settings.getState().info?.host === 'browser')
    window.open(`?${viewQuery(view)}`, '_blank', `popup,${SIZES[view.view]}`);
  else void ask('window.open', view);
}

const savedSearch = ({ list }: Stores): string | undefined => {
  const { list: kind, value } = list.getState().query;
  return kind === 'saved' ? value : undefined;
};

/** The one dispatch in use; where it is on screen, in that version. */
function articleView(stores: Stores): View | undefined {
  const [id, ...more] = target(stores)?.ids ?? [];
  if (id === undefined || more.length > 0) return undefined;
  const version = isShownAlone(stores) ? stores.article.getState().article?.dispatch.version : undefined;
  return { view: 'article', id, ...(version !== undefined && { version }) };
}

/** Commands that open windows. */
export const windowCommands: readonly Command[] = [
  {
    id: 'openWindow',
    title: 'command.openWindow',
    group: 'article',
    keys: ['W'],
    when: (stores) => articleView(stores) !== undefined,
    run: (stores) => {
      const view = articleView(stores);
      if (view) openWindow(stores, view);
    },
  },
  {
    id: 'openTicker',
    title: 'command.openTicker',
    group: 'lists',
    keys: [],
    when: (stores) => savedSearch(stores) !== undefined,
    run: (stores) => {
      const search = savedSearch(stores);
      if (search !== undefined) openWindow(stores, { view: 'ticker', search });
    },
  },
];
