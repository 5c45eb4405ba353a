import type { Query } from './list-state.ts';

/** What a list is known by, apart from what is searched in it. */
export type ListRef = Pick<Query, 'list' | 'value'>;

/** Lists that no longer exist (an unused tag) would pile up: beyond this many, the oldest entries are dropped. */
const MAX_LISTS = 200;

/** What is kept for a list. */
export const keptFor = <Kept extends ListRef>(kept: readonly Kept[], { list, value }: ListRef): Kept | undefined =>
  kept.find((other) => other.list === list && other.value === value);

/** What is kept for lists without this one. */
export const withoutKept = <Kept extends ListRef>(kept: readonly Kept[], { list, value }: ListRef): Kept[] =>
  kept.filter((other) => other.list !== list || other.value !== value);

/** What is kept for lists, with something else for this one. */
export const withKept = <Own extends object>(
  kept: readonly (ListRef & Own)[],
  list: ListRef,
  own: Own,
): (ListRef & Own)[] =>
  [
    ...withoutKept(kept, list),
    { list: list.list, ...(list.value !== undefined && { value: list.value }), ...own },
  ].slice(-MAX_LISTS);
