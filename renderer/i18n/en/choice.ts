import type { choice as german } from '../de/choice.ts';

/** Several rows at once, and the menu of a row, in English. */
export const choice: Readonly<Record<keyof typeof german, string>> = {
  'command.extendDown': 'Extend selection down',
  'command.extendUp': 'Extend selection up',
  'command.toggleChosen': 'Add dispatch to the selection, or take it out',
  'command.chooseAll': 'Select all dispatches of the list',
  'command.rowMenu': 'Open menu of the dispatch',
  'choice.bar': 'Actions for the selection',
  'choice.count_one': '{{count, number}} selected',
  'choice.count_other': '{{count, number}} selected',
  'choice.cancel': 'Clear selection',
  'choice.tooMany_one': 'The list is longer: the first dispatch is selected.',
  'choice.tooMany_other': 'The list is longer: the first {{count, number}} dispatches are selected.',
  'choice.menu': 'Actions',
  'choice.row': 'Select',
  'tag.title_one': 'Tag dispatch',
  'tag.title_other': 'Tag {{count, number}} dispatches',
  'tag.new': 'New tag “{{tag}}”',
  'tag.suggestions': 'Tags',
};
