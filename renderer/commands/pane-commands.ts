import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { drawThenFocus, focusedPane, focusPane, PANES } from './focus.ts';
import { openWindow } from './window-commands.ts';

/** A wide table or preformatted text scrolls sideways with the same arrow keys. */
const notInWideText = () => !document.activeElement?.closest('.scroll-x');

/** Gives the focus to the pane on the right (1) or left (-1), and shows it. */
export function toPane(stores: Stores, step: 1 | -1): void {
  const pane = PANES[PANES.indexOf(focusedPane()) + step];
  if (!pane) return;
  const { show, toggleSidebar, hideSidebar } = stores.shell.getState();
  drawThenFocus(
    () => {
      toggleSidebar(pane === 'sidebar');
      if (pane === 'sidebar') hideSidebar(false);
      else show(pane);
    },
    () => focusPane(pane),
  );
}

/** Into the article; from a list in a window of its own, into another window. */
function openSelected(stores: Stores): void {
  const { selectedId } = stores.list.getState();
  if (stores.shell.getState().only !== 'list') toPane(stores, 1);
  else if (selectedId !== undefined) openWindow(stores, { view: 'article', id: selectedId });
}

/** Commands that move from pane to pane. */
export const paneCommands: readonly Command[] = [
  {
    id: 'openArticle',
    title: 'command.openArticle',
    group: 'move',
    keys: ['Enter'],
    places: ['list'],
    // An alarm or a link leads to a dispatch that no row has.
    when: ({ list, article }) => list.getState().selectedId !== undefined || article.getState().current !== undefined,
    run: openSelected,
  },
  {
    id: 'paneLeft',
    title: 'command.paneLeft',
    group: 'move',
    keys: ['ArrowLeft'],
    when: notInWideText,
    run: (stores) => toPane(stores, -1),
  },
  {
    id: 'paneRight',
    title: 'command.paneRight',
    group: 'move',
    keys: ['ArrowRight'],
    when: notInWideText,
    run: (stores) => toPane(stores, 1),
  },
];
