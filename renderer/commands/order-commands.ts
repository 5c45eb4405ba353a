import { isOrdered, type Query } from '../state/list-state.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';

type Order = NonNullable<Query['order']>;

const isSearching = ({ list }: Stores): boolean => Boolean(list.getState().query.search);

const order = (name: Order, when: (stores: Stores) => boolean): Command => ({
  id: `order.${name}`,
  title: `list.order.${name}`,
  group: 'lists',
  keys: [],
  when,
  isOn: ({ list }) => (list.getState().query.order ?? 'newest') === name,
  run: ({ list }) => list.getState().refine({ order: name }),
});

const mayChoose = ({ list }: Stores): boolean => isOrdered(list.getState().query);

/** In which order this list is. */
export const orderCommands: readonly Command[] = [
  order('newest', mayChoose),
  order('oldest', mayChoose),
  order('urgency', mayChoose),
  order('relevance', isSearching),
];
