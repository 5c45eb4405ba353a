import type { Column, Settings } from '../../preload/contract/contract.ts';
import { keptFor, withKept } from './kept-lists.ts';
import type { Query } from './list-state.ts';

type Columns = Pick<Settings, 'columns' | 'listColumns'>;

const DEFAULT_COLUMNS: readonly Column[] = ['time'];

/** What rows of this list say besides source, headline and badges. */
export const columnsOf = ({ columns, listColumns = [] }: Columns, query: Query): readonly Column[] =>
  keptFor(listColumns, query)?.columns ?? columns ?? DEFAULT_COLUMNS;

/** Whether a column needs more than rows have by themselves: the text of the dispatch. */
export const isMeasured = (settings: Columns, query: Query): boolean =>
  columnsOf(settings, query).some((column) => column !== 'time');

/** The columns of lists to keep once this list has this one if it had it not, or no longer has it. */
export function withColumn(settings: Columns, query: Query, column: Column): NonNullable<Columns['listColumns']> {
  const now = columnsOf(settings, query);
  const columns = now.includes(column) ? now.filter((other) => other !== column) : [...now, column];
  return withKept(settings.listColumns ?? [], query, { columns });
}
