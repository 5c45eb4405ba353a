import { partsOf, type StatusChange } from '../../preload/contract/contract.ts';
import type { Message } from '../i18n/translate.ts';

/** What a change of the status of `count` dispatches has done, as undo and its message name it. */
export function doneBy(change: StatusChange, count: number): Message {
  const values = { count };
  const [field = '', value = null] = Object.entries(change)[0] ?? [];
  const [kind, name = ''] = partsOf(field);
  const isSet = value !== null;
  const other = partsOf(Object.keys(change)[1] ?? '')[1];
  switch (kind) {
    case 'read':
      return { key: isSet ? 'done.read' : 'done.unread', values };
    case 'bookmark':
      return { key: isSet ? 'done.bookmarked' : 'done.unbookmarked', values };
    case 'tag':
      if (other !== undefined) return { key: 'done.mergedTag', values: { tag: name, into: other } };
      return { key: isSet ? 'done.tagged' : 'done.untagged', values: { count, tag: name } };
    case 'note':
      return { key: isSet ? 'done.noted' : 'done.noteRemoved' };
    case 'later':
      return { key: isSet ? 'done.later' : 'done.laterOver', values };
    case 'cleared':
      return { key: isSet ? 'done.cleared' : 'done.notCleared' };
    default:
      return { key: 'done.changed', values };
  }
}

/** True when the rows do not show at a glance what was done: several changed, or something is gone. */
export function needsSaying(change: StatusChange, count: number): boolean {
  const [field = '', value] = Object.entries(change)[0] ?? [];
  const [kind] = partsOf(field);
  return (
    kind === 'cleared' ||
    (kind === 'tag' && value === null) ||
    (count > 1 && ['read', 'bookmark', 'tag'].includes(kind))
  );
}
