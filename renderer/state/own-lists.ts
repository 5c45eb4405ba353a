import type { StoreApi } from 'zustand/vanilla';
import type { Settings, Sidebar } from '../../preload/contract/contract.ts';
import type { Query } from './list-state.ts';
import type { SettingsState } from './settings.ts';

type OwnLists = NonNullable<Settings['ownLists']>;
type OwnList = OwnLists[number];
type Settled = Pick<OwnList, 'pinned' | 'hidden' | 'label'>;
/** The lists of the sidebar's groups. */
export type GroupedList = 'topic' | 'category' | 'source' | 'tag';

/** Lists are pinned on the keys 5 to 9. */
export const MAX_PINS = 5;
/** Lists that no longer exist would pile up: beyond this many, the oldest are dropped. */
const MAX_LISTS = 500;
const NONE: OwnLists = [];

export const ownLists = (state: SettingsState): OwnLists => state.settings.ownLists ?? NONE;

const isSame = (one: Query, other: Query): boolean => one.list === other.list && one.value === other.value;

/** What the user has made of a list: pinned, hidden, called otherwise. */
export const ownOf = (own: OwnLists, query: Query): OwnList | undefined => own.find((one) => isSame(one, query));

/** The pinned lists, in the order they were pinned. */
export const pinsOf = (own: OwnLists): OwnLists => own.filter(({ pinned }) => pinned).slice(0, MAX_PINS);

/** Pins, hides or renames a list; undefined takes it back. */
export function changeOwn(settings: StoreApi<SettingsState>, { list, value }: Query, change: Partial<Settled>): void {
  const own = ownLists(settings.getState());
  const { pinned, hidden, label } = { ...ownOf(own, { list, value }), ...change };
  const others = own.filter((one) => !isSame(one, { list, value }));
  const next = {
    list,
    ...(value !== undefined && { value }),
    ...(pinned && { pinned }),
    ...(hidden && { hidden }),
    ...(label && { label }),
  };
  const isPlain = !pinned && !hidden && !label;
  void settings.getState().change({ ownLists: isPlain ? others : [...others, next].slice(-MAX_LISTS) });
}

type Named = Sidebar['topics'][number];

/** The lists of a group in the order of the settings; `nameOf` is what the window calls one. */
export function sortedLists<T extends Named>(
  tallies: readonly T[],
  order: Settings['sidebarOrder'],
  nameOf: (name: string) => string,
): T[] {
  const by = {
    name: () => 0,
    unread: (a: Named, b: Named) => b.unread - a.unread,
    latest: (a: Named, b: Named) => (b.latest ?? 0) - (a.latest ?? 0),
  }[order ?? 'name'];
  return [...tallies].sort(
    (a, b) => by(a, b) || nameOf(a.name).localeCompare(nameOf(b.name), undefined, { numeric: true }),
  );
}

/** Shown of a group until all are asked for. */
const MOST_USED = 8;

/** The lists of a group: the most used ones and the current one, or all of them, without hidden ones; and how many more there are. */
export function shownLists<T extends Named>(
  tallies: readonly T[],
  { isHidden, isCurrent, all }: Record<'isHidden' | 'isCurrent', (name: string) => boolean> & { readonly all: boolean },
): { readonly shown: T[]; readonly more: number } {
  const visible = tallies.filter(({ name }) => !isHidden(name) || isCurrent(name));
  const used = new Set([...visible].sort((a, b) => b.total - a.total).slice(0, MOST_USED));
  const shown = visible.filter((one) => all || used.has(one) || isCurrent(one.name));
  return { shown, more: visible.length - shown.length };
}
