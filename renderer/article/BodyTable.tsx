import type { Block } from '../../preload/contract.ts';
import { useTexts } from '../state/context.ts';
import { Rich } from './Rich.tsx';
import { numericColumns } from './table-columns.ts';

interface Props {
  readonly table: Extract<Block, { type: 'table' }>;
  readonly words: readonly string[];
}

/** A table with its numbers flush right; one that is too wide scrolls by itself. */
export function BodyTable({ table: { caption, header, rows }, words }: Props) {
  const t = useTexts();
  const numeric = numericColumns(rows);
  const align = (column: number) => (numeric[column] ? 'number' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys
    <section className="scroll-x" tabIndex={0} aria-label={caption ?? t('article.table')}>
      <table dir="auto">
        {caption !== undefined && <caption>{caption}</caption>}
        {header && (
          <thead>
            <tr>
              {header.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a dispatch never changes its cells
                <th key={column} scope="col" className={align(column)}>
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
                <td key={column} className={align(column)}>
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
