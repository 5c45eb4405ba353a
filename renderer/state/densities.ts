import type { Density, Settings } from '../../preload/contract/contract.ts';
import { keptFor, withKept } from './kept-lists.ts';
import type { Query } from './list-state.ts';

type Densities = Pick<Settings, 'densities'>;

/** How many lines a row of this list has: two, but in a search three, which show where the words were found. */
export const densityOf = ({ densities = [] }: Densities, query: Query): Density =>
  keptFor(densities, query)?.density ?? (query.search ? 'three' : 'two');

/** The densities to keep once this list has another one. */
export const withDensity = (
  { densities = [] }: Densities,
  query: Query,
  density: Density,
): NonNullable<Densities['densities']> => withKept(densities, query, { density });
