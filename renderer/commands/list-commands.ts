import { isNarrow } from '../common/use-narrow.ts';
import type { MessageKey } from '../i18n/translate.ts';
import type { Query } from '../state/list-state.ts';
import { MAX_PINS, ownLists, pinsOf } from '../state/own-lists.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { drawThenFocus, focusedPane, focusPane, focusSearch, isTyping } from './focus.ts';

type FixedList = 'all' | 'unread' | 'today' | 'bookmarks' | 'urgent' | 'corrections' | 'embargoes';

/** A window of its own stays with what it was opened for. */
export const isWholeWindow = ({ shell }: Stores): boolean => shell.getState().only === undefined;

/** A command that shows a list that every library has. */
const fixed = (list: FixedList, title: MessageKey, ...keys: string[]): Command => ({
  id: `list.${list}`,
  title,
  group: 'lists',
  keys,
  when: isWholeWindow,
  run: (stores) => toList(stores, { list }),
});

/** Shows a list and moves the focus there. */
export function toList({ list, shell }: Stores, query: Query): void {
  list.getState().enter(query);
  drawThenFocus(
    () => {
      shell.getState().show('list');
      shell.getState().toggleSidebar(false);
    },
    () => focusPane('list'),
  );
}

/** A command that shows the list that was pinned as the first, the second … */
function pinned(index: number): Command {
  const pin = ({ settings }: Stores) => pinsOf(ownLists(settings.getState()))[index];
  return {
    id: `list.pin${index + 1}`,
    title: 'command.pinnedList',
    group: 'lists',
    keys: [`Mod+${index + FIRST_PIN_KEY}`],
    when: (stores) => isWholeWindow(stores) && pin(stores) !== undefined,
    run: (stores) => {
      const { list, value } = pin(stores) ?? {};
      if (list) toList(stores, { list, value });
    },
  };
}

/** The keys before it are those of the fixed lists. */
const FIRST_PIN_KEY = 5;

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
  if (stores.shell.getState().only === 'article') return;
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
  ...Array.from({ length: MAX_PINS }, (_, index) => pinned(index)),
  {
    id: 'search',
    title: 'command.search',
    group: 'lists',
    keys: ['/'],
    run: toSearch,
  },
  {
    id: 'escape',
    title: 'command.escape',
    group: 'lists',
    keys: ['Escape'],
    inFields: true,
    ofList: false,
    run: onEscape,
  },
  {
    id: 'saveSearch',
    title: 'command.saveSearch',
    group: 'lists',
    keys: [],
    when: ({ list }) => Boolean(list.getState().query.search) && list.getState().searchError === undefined,
    run: ({ shell }) => shell.getState().open({ name: 'save-search' }),
  },
];
