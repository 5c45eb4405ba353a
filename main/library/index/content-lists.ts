import type { Dispatch, EventTime } from '../../wire/dispatch.ts';
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
    ...(dispatch.event ? monthsOf(dispatch.event).map((month) => ['event', month] as const) : []),
    ...when(signal === 'advisory' && !dispatch.event, 'notice'),
    ...(isKilled ? KILLED : when(corrects || kills, 'corrections')),
  ];
}

/** An event that lasts longer is looked for in its first months only. */
const MAX_MONTHS = 24;

/** The months of an event (`2026-03`), as it writes them: the agenda looks at the month before, too. */
function monthsOf({ start, end = start }: EventTime): string[] {
  const months: string[] = [];
  if (Number.isNaN(Date.parse(start))) return months;
  const [year = 0, month = 0] = start.split('-').map(Number.parseFloat);
  for (let at = 0; at < MAX_MONTHS; at += 1) {
    const name = new Date(Date.UTC(year, month - 1 + at)).toISOString().slice(0, 7);
    if (at > 0 && name > end.slice(0, 7)) break;
    months.push(name);
  }
  return months;
}

/** The lists of a dispatch that is killed or withheld, from the beginning or later. */
export const KILLED: readonly ContentList[] = [
  ['state', 'killed'],
  ['corrections', ''],
];

/** `de` of `de-AT`. */
const primaryTag = (language: string): string => language.split('-')[0]?.toLowerCase() ?? language;
