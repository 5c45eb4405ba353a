import { isNarrow } from '../common/use-narrow.ts';
import type { MessageKey } from '../i18n/translate.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { drawThenFocus, focusedPane, focusPane, focusSearch, isTyping } from './focus.ts';

type FixedList = 'all' | 'unread' | 'today' | 'bookmarks' | 'urgent' | 'corrections' | 'embargoes';

/** A command that shows a list that every library has. */
const fixed = (list: FixedList, title: MessageKey, ...keys: string[]): Command => ({
  id: `list.${list}`,
  title,
  group: 'lists',
  keys,
  run: (stores) => {
    stores.list.getState().enter({ list });
    drawThenFocus(
      () => {
        stores.shell.getState().show('list');
        stores.shell.getState().toggleSidebar(false);
      },
      () => focusPane('list'),
    );
  },
});

/** Escape: leaves a field, else closes the topmost pane, else clears the search. */
function onEscape(stores: Stores): void {
  const field = document.activeElement;
  const { ids, clear } = stores.chosen.getState();
  if (ids.size > 0 && !isTyping(field)) {
    drawThenFocus(clear, () => focusPane('list'));
    return;
  }
  if (isTyping(field) && !field?.matches('[type="search"]')) {
    focusPane(focusedPane());
    return;
  }
  const { sidebarOpen, toggleSidebar, front, articleOnly, show } = stores.shell.getState();
  const { query, refine } = stores.list.getState();
  drawThenFocus(
    () => {
      if (sidebarOpen) toggleSidebar(false);
      else if (articleOnly || (isNarrow() && front === 'article')) show('list');
      else if (query.search) refine({ search: '' });
    },
    () => focusPane('list'),
  );
}

/** Moves the focus to the search field. */
export function toSearch({ shell }: Stores): void {
  drawThenFocus(() => shell.getState().show('list'), focusSearch);
}

/** Commands for lists and search. */
export const listCommands: readonly Command[] = [
  fixed('all', 'command.all', 'Mod+1'),
  fixed('unread', 'command.unread', 'Mod+2'),
  fixed('today', 'command.today', 'Mod+3'),
  fixed('bookmarks', 'command.bookmarks', 'Mod+4'),
  fixed('urgent', 'command.urgentList'),
  fixed('corrections', 'command.correctionsList'),
  fixed('embargoes', 'command.embargoesList'),
  {
    id: 'search',
    title: 'command.search',
    group: 'lists',
    keys: ['/'],
    run: toSearch,
  },
  { id: 'escape', title: 'command.escape', group: 'lists', keys: ['Escape'], inFields: true, run: onEscape },
  {
    id: 'saveSearch',
    title: 'command.saveSearch',
    group: 'lists',
    keys: [],
    when: ({ list }) => Boolean(list.getState().query.search) && list.getState().searchError === undefined,
    run: ({ shell }) => shell.getState().open({ name: 'save-search' }),
  },
];
