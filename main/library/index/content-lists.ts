import type { Dispatch } from '../../wire/dispatch.ts';
import type { ListKind } from './list-kind.ts';

/** A list that a dispatch is on because of what it is, whatever people do with it. */
export type ContentList = readonly [kind: ListKind, value: string];

/** The most important urgencies: flash and urgent. */
const URGENT = 2;

/** The lists of a dispatch, besides all, unread and those of its status. */
export function contentLists(dispatch: Dispatch): ContentList[] {
  const { source, urgency, categories, topics = [], language, signal, status, version, refersTo = [] } = dispatch;
  const isKilled = status === 'killed' || status === 'withheld';
  const corrects = signal === 'correction' || refersTo.some(({ relation }) => relation === 'corrects');
  const kills = refersTo.some(({ relation }) => relation === 'kills' || relation === 'holds');
  const when = (holds: boolean, kind: ListKind, value = ''): ContentList[] => (holds ? [[kind, value]] : []);
  return [
    ['source', source ?? ''],
    ['urgency', String(urgency)],
    ...[...new Set(categories)].map((category) => ['category', category] as const),
    ...[...new Set(topics)].map((topic) => ['topic', topic] as const),
    ...(language === undefined ? [] : [['language', primaryTag(language)] as const]),
    ...when(urgency <= URGENT || signal === 'flash', 'urgent'),
    ...when(corrects, 'state', 'correction'),
    ...when(signal === 'update' || version > 1, 'state', 'update'),
    ...(isKilled ? KILLED : when(corrects || kills, 'corrections')),
  ];
}

/** The lists of a dispatch that is killed or withheld, from the beginning or later. */
export const KILLED: readonly ContentList[] = [
  ['state', 'killed'],
  ['corrections', ''],
];

/** `de` of `de-AT`. */
const primaryTag = (language: string): string => language.split('-')[0]?.toLowerCase() ?? language;
