import type { Column, Settings } from '../../preload/contract/contract.ts';

type Columns = Pick<Settings, 'columns'>;

const DEFAULT_COLUMNS: readonly Column[] = ['time'];

/** What rows of lists say besides source, headline and badges. */
export const columnsOf = ({ columns }: Columns): readonly Column[] => columns ?? DEFAULT_COLUMNS;

/** Whether a column needs more than rows have by themselves: the text of the dispatch. */
export const isMeasured = (settings: Columns): boolean => columnsOf(settings).some((column) => column !== 'time');

/** The columns with this one among them if it was not, or without it. */
export function withColumn(settings: Columns, column: Column): Column[] {
  const now = columnsOf(settings);
  return now.includes(column) ? now.filter((other) => other !== column) : [...now, column];
}
