import type { Block } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { useTexts } from '../state/context.ts';
import { Rich } from './Rich.tsx';
import { isLong, isLongHead, numericColumns } from './table-columns.ts';

interface Props {
  readonly table: Extract<Block, { type: 'table' }>;
  readonly words: readonly string[];
  readonly dir: 'rtl' | 'auto';
}

/** A table with right-aligned numbers; a wide one scrolls sideways. */
export function BodyTable({ table: { caption, header, rows }, words, dir }: Props) {
  const t = useTexts();
  const numeric = numericColumns(rows);
  const classOf = (column: number, length: string | false) =>
    [...(numeric[column] ? ['number'] : []), ...(length ? [length] : [])].join(' ') || undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls a wide table
    <section className="scroll-x" tabIndex={0} aria-label={caption ?? t('article.table')}>
      <table dir={dir}>
        {caption !== undefined && (
          <caption dir="auto">
            <Shown text={caption} />
          </caption>
        )}
        {header && (
          <thead>
            <tr>
              {header.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a dispatch never changes its cells
                <th key={column} scope="col" className={classOf(column, isLongHead(cell) && 'long-head')}>
                  <Rich text={cell} words={words} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dispatch never changes its rows
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a dispatch never changes its cells
                <td key={column} className={classOf(column, isLong(cell) && 'long')}>
                  <Rich text={cell} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
