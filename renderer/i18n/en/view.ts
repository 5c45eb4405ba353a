import type { view as german } from '../de/view.ts';

/** How lists and panes look, in English. */
export const view: Readonly<Record<keyof typeof german, string>> = {
  'command.densityOne': 'One line a dispatch',
  'command.densityTwo': 'Two lines a dispatch',
  'command.densityThree': 'Headline and lead',
  'view.menu': 'Look of the list',
  'row.urgency': 'Urgency {{urgency}}',
};
