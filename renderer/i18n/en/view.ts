import type { view as german } from '../de/view.ts';

/** How lists and panes look, in English. */
export const view: Readonly<Record<keyof typeof german, string>> = {
  'command.densityOne': 'One line a dispatch',
  'command.densityTwo': 'Two lines a dispatch',
  'command.densityThree': 'Headline and lead',
  'command.layoutColumns': 'List beside the article',
  'command.layoutStack': 'List above the article',
  'command.articleOnly': 'Article only',
  'command.fullScreen': 'Full screen',
  'pane.resizeListHeight': 'Height of the dispatch list',
  'view.menu': 'Look of the list',
  'row.urgency': 'Urgency {{urgency}}',
};
