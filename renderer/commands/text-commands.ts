import { MAX_QUOTE_CHARS, type Passage, passageChange } from '../../preload/contract/contract.ts';
import { newId } from '../common/new-id.ts';
import { passageOf } from '../common/passage.ts';
import { mapText } from '../common/text-map.ts';
import { isHidden } from '../state/article.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { drawThenFocus, focusedPane } from './focus.ts';
import { toSearch } from './list-commands.ts';

const isTextShown = ({ article }: Stores) => article.getState().article !== undefined && !isHidden(article.getState());

const textOnScreen = (): HTMLElement | null => document.querySelector('[data-pane="article"] article');

/** What is selected in the text of the article; undefined when nothing is. */
function selectedPassage(): Omit<Passage, 'version'> | undefined {
  const selection = getSelection();
  const text = textOnScreen();
  if (!text || selection?.type !== 'Range') return undefined;
  const map = mapText(text);
  const part = map.partOf(selection.getRangeAt(0));
  if (!part) return undefined;
  const passage = passageOf(map.text, part.from, part.to);
  return passage.quote.trim() === '' ? undefined : passage;
}

function markPassage({ article, marks, toasts }: Stores): void {
  const shown = article.getState().article;
  if (!shown) return;
  const passage = selectedPassage();
  if (!passage) {
    toasts.getState().show({ key: 'passage.selectFirst' });
    return;
  }
  if (passage.quote.length > MAX_QUOTE_CHARS) {
    toasts.getState().show({ key: 'passage.tooLong' });
    return;
  }
  getSelection()?.removeAllRanges();
  const { id, version } = shown.dispatch;
  void marks.getState().mark([id], passageChange(newId(), { ...passage, version }));
}

function find({ find: store, shell }: Stores): void {
  const selected = getSelection();
  const inText = selected?.anchorNode && textOnScreen()?.contains(selected.anchorNode);
  const words = inText ? selected.toString().trim() : '';
  drawThenFocus(
    () => {
      shell.getState().show('article');
      store.getState().open(words.includes('\n') ? undefined : words.slice(0, 200));
    },
    () => document.querySelector<HTMLInputElement>('.find-bar input')?.select(),
  );
  document.querySelector<HTMLInputElement>('.find-bar input')?.focus();
}

/** The version above (1) or below (-1) the one on screen in the chain; undefined at its end. */
function versionBeside({ article }: Stores, step: 1 | -1) {
  const shown = article.getState().article;
  if (!shown) return undefined;
  const { versions, dispatch } = shown;
  const at = versions.findIndex(({ id, version }) => id === dispatch.id && version === dispatch.version);
  return at < 0 ? undefined : versions[at - step];
}

const toVersion = (id: string, title: Command['title'], keys: string, step: 1 | -1): Command => ({
  id,
  title,
  group: 'article',
  keys: [keys],
  when: (stores) => versionBeside(stores, step) !== undefined,
  run: (stores) => {
    const to = versionBeside(stores, step);
    if (to) void stores.article.getState().follow({ id: to.id, version: to.version });
  },
});

/** Commands within the text of an article: finding, marking passages, other versions. */
export const textCommands: readonly Command[] = [
  {
    id: 'find',
    title: 'command.find',
    group: 'article',
    keys: ['Mod+F'],
    inFields: true,
    run: (stores) => (isTextShown(stores) && focusedPane() === 'article' ? find(stores) : toSearch(stores)),
  },
  {
    id: 'markPassage',
    title: 'command.markPassage',
    group: 'article',
    keys: ['H'],
    when: isTextShown,
    run: markPassage,
  },
  toVersion('olderVersion', 'command.olderVersion', 'V', -1),
  toVersion('newerVersion', 'command.newerVersion', 'Shift+V', 1),
];
