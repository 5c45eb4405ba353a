import type { Settings } from '../../preload/contract/contract.ts';
import type { MessageKey } from '../i18n/translate.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { drawThenFocus, focusPane } from './focus.ts';

const layout = (name: NonNullable<Settings['layout']>, title: MessageKey): Command => ({
  id: `layout.${name}`,
  title,
  group: 'app',
  keys: [],
  isOn: ({ settings }) => (settings.getState().settings.layout ?? 'columns') === name,
  run({ settings }) {
    drawThenFocus(
      () => void settings.getState().change({ layout: name }),
      () => focusPane('list'),
    );
  },
});

function toggleArticleOnly({ shell }: Stores): void {
  const { articleOnly, showArticleOnly } = shell.getState();
  drawThenFocus(
    () => showArticleOnly(!articleOnly),
    () => focusPane(articleOnly ? 'list' : 'article'),
  );
}

function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch((error: unknown) => console.error('full screen was refused', error));
}

/** How the panes are laid out. */
export const layoutCommands: readonly Command[] = [
  layout('columns', 'command.layoutColumns'),
  layout('stack', 'command.layoutStack'),
  {
    id: 'articleOnly',
    title: 'command.articleOnly',
    group: 'app',
    needs: 'article',
    keys: ['F'],
    isOn: ({ shell }) => shell.getState().articleOnly,
    when: ({ article }) => article.getState().article !== undefined,
    run: toggleArticleOnly,
  },
  {
    id: 'fullScreen',
    title: 'command.fullScreen',
    group: 'app',
    keys: [],
    isOn: () => document.fullscreenElement !== null,
    when: () => document.fullscreenEnabled,
    run: toggleFullScreen,
  },
];
