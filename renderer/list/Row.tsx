import { NotebookPen, Star } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import type { ListRow } from '../../preload/contract/contract.ts';
import { Marked } from '../common/Marked.tsx';
import { sourceName } from '../common/source.ts';
import { fullTime, rowTime } from '../common/time.ts';
import { useLocale, useTexts } from '../state/context.ts';
import { DEFAULT_TEXT_SIZE } from '../state/settings.ts';
import { Badges, isFlash } from './Badges.tsx';
import { RowTags } from './RowTags.tsx';

/** Height of every row at the normal text size, in CSS pixels: list.css says the same. */
const ROW_HEIGHT = 96;

/** Height of every row, in whole CSS pixels, at a text size of the article: the list grows with it, by less than half. */
export const rowHeight = (textSize: number): number =>
  Math.round(ROW_HEIGHT * Math.max(0.9, Math.min(1.45, textSize / DEFAULT_TEXT_SIZE)));

/** A row at its place, as large as its height says: `zoom` also enlarges the way to the place. */
export const placed = (top: number, height: number): CSSProperties => ({
  zoom: height / ROW_HEIGHT,
  transform: `translateY(${(top * ROW_HEIGHT) / height}px)`,
});
export const rowId = (id: string): string => `row-${id}`;

interface Props {
  readonly row: ListRow;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  readonly now: Date;
  readonly onSelect: (id: string) => void;
}

export const Row = memo(function Row({ row, index, total, top, height, selected, now, onSelect }: Props) {
  const t = useTexts();
  const locale = useLocale();
  const urgent = isFlash(row) ? 'row-flash' : row.urgency === 2 ? 'row-urgent' : '';
  // The notice by which an agency kills another dispatch is what there is to read: it is not struck out.
  const gone = (row.status === 'killed' || row.status === 'withheld') && row.signal !== 'advisory' ? 'row-gone' : '';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the listbox has the focus and the keys, and names the option by aria-activedescendant
    <div
      role="option"
      id={rowId(row.id)}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={`row ${row.read ? 'row-read' : 'row-unread'} ${urgent} ${gone}`}
      style={placed(top, height)}
      onClick={() => onSelect(row.id)}
    >
      <div className="row-meta">
        {!row.read && <span className="row-dot" role="img" aria-label={t('row.unread')} />}
        <span dir="auto" className="row-source">
          {sourceName(row.source, t)}
        </span>
        {row.categories.length > 0 && (
          <span dir="auto" className="row-categories">
            {row.categories.join(' · ')}
          </span>
        )}
        <span className="row-marks">
          {row.hasNote && <NotebookPen role="img" aria-label={t('row.note')} size={13} />}
          {row.bookmarked && (
            <Star role="img" aria-label={t('row.bookmarked')} className="row-star" size={13} fill="currentColor" />
          )}
        </span>
        <time dateTime={row.publishedAt} title={fullTime(row.publishedAt, locale)}>
          {rowTime(row.publishedAt, now, locale)}
        </time>
      </div>
      <div className="row-text">
        {/* Badges are set apart in `bdi`: what they say does not decide which way the headline runs. */}
        <div dir="auto" className="row-headline">
          <Badges of={row} />
          <Marked text={row.headline} hits={row.headlineHits} />
          <RowTags tags={row.tags} />
        </div>
        <div className="row-rest">
          <div dir="auto" className="row-snippet">
            <Marked text={row.snippet} hits={row.snippetHits} />
          </div>
        </div>
      </div>
    </div>
  );
});
