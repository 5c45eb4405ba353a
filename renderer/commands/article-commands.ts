import { Tag } from 'lucide-react';
import { flushSync } from 'react-dom';
import { firstLink } from '../common/plain-text.ts';
import { isHidden } from '../state/article.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { goToHit, hasHits, selectText } from './hits-and-selection.ts';
import { isShownAlone, target } from './target.ts';

const isShown = ({ article }: Stores) => article.getState().article !== undefined;

/** Killed and withheld text can be printed and compared only after the user has asked to see it. */
function isTextShown({ article }: Stores): boolean {
  const state = article.getState();
  return state.article !== undefined && !isHidden(state);
}

const edit =
  (what: 'tags' | 'note') =>
  ({ shell }: Stores): void => {
    // Drawn at once: the field takes the focus as it is drawn, and the next key belongs to it.
    flushSync(() => {
      shell.getState().show('article');
      shell.getState().edit(what);
    });
  };

/** The tags of the article on screen are edited there, those of other rows in a dialog. */
function editTags(stores: Stores): void {
  const ids = target(stores)?.ids;
  if (isShownAlone(stores)) edit('tags')(stores);
  else if (ids) stores.shell.getState().open({ name: 'tag', ids });
}

/** Opens an address in the browser or mail program; a toast says when that fails. */
export async function openLink({ ask, toasts }: Stores, url: string): Promise<void> {
  const answer = await ask('link.open', { url });
  if (answer && !answer.done) toasts.getState().show({ key: 'toast.linkRefused', tone: 'error' });
}

function openFirstLink(stores: Stores): void {
  const url = firstLink(stores.article.getState().article?.dispatch.body ?? []);
  if (url === undefined) stores.toasts.getState().show({ key: 'toast.noLink' });
  else void openLink(stores, url);
}

const hasHitsOrFound = ({ find }: Stores) => find.getState().isOpen || hasHits();

/** To the next place of what is looked for in the text; else to the next hit of the search. */
const toHit =
  (step: 1 | -1) =>
  ({ find }: Stores) => {
    const { isOpen, step: toFound } = find.getState();
    if (isOpen) toFound(step);
    else goToHit(step);
  };

/** Commands for the article on screen. */
export const articleCommands: readonly Command[] = [
  { id: 'openLink', title: 'command.openLink', group: 'article', keys: ['O'], when: isTextShown, run: openFirstLink },
  {
    id: 'tags',
    title: 'command.tags',
    group: 'article',
    keys: ['T'],
    icon: Tag,
    onRows: true,
    when: (stores) => target(stores) !== undefined,
    run: editTags,
  },
  {
    id: 'note',
    title: 'command.note',
    group: 'article',
    keys: ['E'],
    when: isShown,
    run: edit('note'),
  },
  {
    id: 'compare',
    title: 'command.compare',
    group: 'article',
    keys: ['D'],
    when: (stores) => isTextShown(stores) && stores.article.getState().article?.previous !== undefined,
    run: ({ article }) => article.getState().compare(!article.getState().comparing),
  },
  {
    id: 'back',
    title: 'command.back',
    group: 'article',
    keys: ['Backspace'],
    when: ({ article }) => article.getState().trail.length > 0,
    run: ({ article }) => void article.getState().back(),
  },
  {
    id: 'nextHit',
    title: 'command.nextHit',
    group: 'article',
    keys: ['F3', 'Mod+G'],
    inFields: true,
    repeats: true,
    when: hasHitsOrFound,
    run: toHit(1),
  },
  {
    id: 'previousHit',
    title: 'command.previousHit',
    group: 'article',
    keys: ['Shift+F3', 'Mod+Shift+G'],
    inFields: true,
    repeats: true,
    when: hasHitsOrFound,
    run: toHit(-1),
  },
  {
    id: 'selectText',
    title: 'command.selectText',
    group: 'article',
    keys: ['Mod+A'],
    when: isShown,
    run: (stores) => isTextShown(stores) && selectText(),
  },
  {
    id: 'print',
    title: 'command.print',
    group: 'article',
    keys: ['Mod+P'],
    when: isTextShown,
    run: () => window.print(),
  },
];
