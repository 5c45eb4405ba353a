import { isNarrow } from '../common/use-narrow.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { pageArticle } from './focus.ts';
import { toPane } from './pane-commands.ts';

/** Rows that Page Up and Page Down move by. */
const PAGE_ROWS = 8;

const move = (step: number) => (stores: Stores) => void stores.list.getState().move(step);

const WRAPPED = { 1: 'toast.fromTop', [-1]: 'toast.fromBottom' } as const;

/** Wraps around the end of the list, but not while the key is held down: then it stops there and says so once. */
async function nextUnread({ list, toasts }: Stores, step: 1 | -1, held = false): Promise<void> {
  const moved = await list.getState().moveUnread(step, !held);
  const { toasts: shown, show } = toasts.getState();
  const isShown = held && shown.some((toast) => 'key' in toast && toast.key === 'toast.noUnread');
  if (moved === 'nowhere' && !isShown) show({ key: 'toast.noUnread' });
  else if (moved === 'around') show({ key: WRAPPED[step] });
}

/** Commands that move through lists and articles. */
export const moveCommands: readonly Command[] = [
  { id: 'next', repeats: true, title: 'command.next', group: 'move', keys: ['J'], run: move(1) },
  { id: 'previous', repeats: true, title: 'command.previous', group: 'move', keys: ['K'], run: move(-1) },
  {
    id: 'down',
    repeats: true,
    title: 'command.next',
    group: 'move',
    keys: ['ArrowDown'],
    places: ['list'],
    run: move(1),
  },
  {
    id: 'up',
    repeats: true,
    title: 'command.previous',
    group: 'move',
    keys: ['ArrowUp'],
    places: ['list'],
    run: move(-1),
  },
  {
    id: 'readOn',
    repeats: true,
    title: 'command.readOn',
    group: 'move',
    needs: 'article',
    keys: [' '],
    run: (stores, held) => {
      const shown = stores.article.getState().phase === 'shown';
      // A narrow window shows the selected dispatch first.
      const hidden = isNarrow() && stores.shell.getState().front === 'list';
      if (shown && hidden) toPane(stores, 1);
      else if ((!shown || !pageArticle(1)) && stores.shell.getState().only !== 'article')
        void nextUnread(stores, 1, held);
    },
  },
  {
    id: 'readBack',
    repeats: true,
    title: 'command.readBack',
    group: 'move',
    needs: 'article',
    keys: ['Shift+ '],
    run: () => void pageArticle(-1),
  },
  {
    id: 'nextUnread',
    repeats: true,
    title: 'command.nextUnread',
    group: 'move',
    keys: ['N'],
    run: (stores, held) => void nextUnread(stores, 1, held),
  },
  {
    id: 'previousUnread',
    repeats: true,
    title: 'command.previousUnread',
    group: 'move',
    keys: ['P'],
    run: (stores, held) => void nextUnread(stores, -1, held),
  },
  {
    id: 'first',
    title: 'command.first',
    group: 'move',
    keys: ['Home'],
    places: ['list'],
    run: (stores) => void stores.list.getState().moveTo(0),
  },
  {
    id: 'last',
    title: 'command.last',
    group: 'move',
    keys: ['End'],
    places: ['list'],
    run: (stores) => void stores.list.getState().moveToLast(),
  },
  {
    id: 'pageDown',
    repeats: true,
    title: 'command.pageDown',
    group: 'move',
    keys: ['PageDown'],
    places: ['list'],
    run: move(PAGE_ROWS),
  },
  {
    id: 'pageUp',
    repeats: true,
    title: 'command.pageUp',
    group: 'move',
    keys: ['PageUp'],
    places: ['list'],
    run: move(-PAGE_ROWS),
  },
];
