import type { Column, ListRow } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import type { MessageKey } from '../i18n/translate.ts';
import { useTexts } from '../state/context.ts';

/** Characters a minute, read silently. */
const READING_SPEED = 1_000;

type Length = Exclude<Column, 'time' | 'number'>;

const LENGTHS: Readonly<
  Record<Length, { readonly short: MessageKey; readonly long: 'column.characters' | 'column.lines' | 'column.reading' }>
> = {
  characters: { short: 'column.charactersShort', long: 'column.characters' },
  lines: { short: 'column.linesShort', long: 'column.lines' },
  reading: { short: 'column.readingShort', long: 'column.reading' },
};

/** The length of a text of so many characters, in the unit of its column. */
export function lengthIn(column: Length, chars: number, lineChars: number): number {
  if (column === 'characters') return chars;
  return Math.ceil(chars / (column === 'lines' ? lineChars : READING_SPEED));
}

interface Props {
  readonly row: Pick<ListRow, 'number' | 'chars'>;
  readonly columns: readonly Column[];
  /** Characters of a line. */
  readonly lineChars: number;
}

/** What the user wants rows to say besides what they always say: number and length. */
export function RowColumns({ row: { number, chars }, columns, lineChars }: Props) {
  const t = useTexts();
  return columns.map((column) => {
    if (column === 'time') return null;
    if (column === 'number')
      return (
        <span key={column} className="row-column row-number" title={number && t('column.number', { number })}>
          {number !== undefined && <Shown text={number} />}
        </span>
      );
    const { short, long } = LENGTHS[column];
    const count = chars === undefined ? undefined : lengthIn(column, chars, lineChars);
    return (
      <span
        key={column}
        className={`row-column row-${column}`}
        title={count === undefined ? undefined : t(long, { count, chars: lineChars })}
      >
        {count !== undefined && t(short, { count })}
      </span>
    );
  });
}
