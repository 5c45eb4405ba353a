import type { ListRow } from '../../preload/contract/contract.ts';
import { indexOf, rowOf } from '../state/pages.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';

/** The row that is pointed at, else the selected one, if several dispatches on the list tell its story. */
function storyRow({ list, chosen }: Stores): ListRow | undefined {
  const { pages, selectedRow } = list.getState();
  const { pointed } = chosen.getState();
  const row = pointed === undefined ? selectedRow() : rowOf(pages, pointed);
  return row?.story && (row.story.beneath.length > 0 || row.story.under !== undefined) ? row : undefined;
}

const isOpen = ({ story }: ListRow): boolean => story?.isOpen === true || story?.under !== undefined;

/** The dispatch that tells the story of the article after it, the first after the last. */
function nextTelling({ article }: Stores): string | undefined {
  const shown = article.getState().article;
  const others = shown?.story ?? [];
  const later = others.find(
    ({ publishedAt }) => Date.parse(publishedAt) > Date.parse(shown?.dispatch.publishedAt ?? ''),
  );
  return (later ?? others[0])?.id;
}

/** Shows another dispatch of a story: selected where the list has it, else followed to. */
export function showTelling({ list, article }: Stores, id: string): void {
  if (article.getState().trail.length === 0 && indexOf(list.getState().pages, id) !== undefined)
    list.getState().select(id);
  else void article.getState().follow({ id });
}

const toggle = (stores: Stores) => {
  const row = storyRow(stores);
  if (row) stores.list.getState().toggleStory(row);
};

/** Commands for stories that several agencies tell. They come before those that use the same arrow keys to change panes. */
export const storyCommands: readonly Command[] = [
  {
    id: 'unfoldStory',
    title: 'command.unfoldStory',
    group: 'move',
    keys: ['ArrowRight'],
    places: ['list'],
    when: (stores) => {
      const row = storyRow(stores);
      return row !== undefined && !isOpen(row);
    },
    run: toggle,
  },
  {
    id: 'foldStory',
    title: 'command.foldStory',
    group: 'move',
    keys: ['ArrowLeft'],
    places: ['list'],
    when: (stores) => {
      const row = storyRow(stores);
      return row !== undefined && isOpen(row);
    },
    run: toggle,
  },
  {
    id: 'toggleStory',
    title: 'command.toggleStory',
    group: 'move',
    keys: [],
    onRows: true,
    when: (stores) => storyRow(stores) !== undefined,
    run: toggle,
  },
  {
    id: 'nextTelling',
    title: 'command.nextTelling',
    group: 'article',
    keys: ['B'],
    when: (stores) => nextTelling(stores) !== undefined,
    run: (stores) => {
      const id = nextTelling(stores);
      if (id !== undefined) showTelling(stores, id);
    },
  },
  {
    id: 'compareTelling',
    title: 'command.compareTelling',
    group: 'article',
    keys: ['Shift+B'],
    when: (stores) => nextTelling(stores) !== undefined,
    run: (stores) => {
      const { compared, compareWith } = stores.article.getState();
      const id = nextTelling(stores);
      if (id !== undefined) void compareWith(compared ? undefined : id);
    },
  },
];
