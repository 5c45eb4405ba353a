import type { Density, Settings } from '../../preload/contract/contract.ts';
import type { Query } from './list-state.ts';

/** Lists that no longer exist would pile up: beyond this many, the oldest entries are dropped. */
const MAX_LISTS = 200;

type Kept = NonNullable<Settings['densities']>;

const isOf =
  ({ list, value }: Query) =>
  (kept: Kept[number]) =>
    kept.list === list && kept.value === value;

/** How many lines a row of this list has: two, but in a search three, which show where the words were found. */
export const densityOf = ({ densities = [] }: Pick<Settings, 'densities'>, query: Query): Density =>
  densities.find(isOf(query))?.density ?? (query.search ? 'three' : 'two');

/** The densities to keep once this list has another one. */
export function withDensity({ densities = [] }: Pick<Settings, 'densities'>, query: Query, density: Density): Kept {
  const others = densities.filter((kept) => !isOf(query)(kept));
  const { list, value } = query;
  return [...others, { list, ...(value !== undefined && { value }), density }].slice(-MAX_LISTS);
}
