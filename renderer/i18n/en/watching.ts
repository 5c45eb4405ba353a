import type { watching as german } from '../de/watching.ts';

/** Later, alarm and rules in English. */
export const watching: Readonly<Record<keyof typeof german, string>> = {
  'list.later': 'Later',
  'list.hidden': 'Hidden',
  'later.title': 'Later',
  'later.text': 'The dispatch leaves the lists and comes back as unread at this time.',
  'later.hour': 'In an hour',
  'later.afternoon': 'This afternoon',
  'later.evening': 'This evening',
  'later.tomorrow': 'Tomorrow morning',
  'later.monday': 'Monday morning',
  'later.own': 'Another time',
  'later.set': 'Set',
  'later.past': 'This time is over.',
  'later.done': 'Comes back {{time}}',
  'later.until': 'Later: {{time}}',
  'later.now': 'Bring back now',
  'command.later': 'Read later',
  'command.laterList': 'List: Later',
  'command.hiddenList': 'List: Hidden',
  'empty.later.title': 'Nothing for later',
  'empty.later.text': 'L puts a dispatch aside until a time you choose.',
  'empty.hidden.title': 'Nothing hidden',
  'empty.hidden.text': 'What rules and muted words take off the lists is kept here.',
};
