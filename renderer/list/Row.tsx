import { NotebookPen, Star } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { DEFAULT_SETTINGS, type ListRow } from '../../preload/contract/contract.ts';
import { Highlighted } from '../common/Highlighted.tsx';
import { Shown } from '../common/Shown.tsx';
import { sourceName } from '../common/source.ts';
import { fullTime, rowTime } from '../common/time.ts';
import { useClock, useTexts } from '../state/context.ts';
import { alertOf, Badges } from './Badges.tsx';
import { actionOf, RowButtons } from './RowButtons.tsx';
import { RowTags } from './RowTags.tsx';

/** Height of a row at the default text size, in CSS pixels; list.css repeats it. */
const ROW_HEIGHT_PX = 96;

/** Height of a row in whole CSS pixels. It follows the text size of the article, within 90 and 145 percent. */
export const rowHeight = (textSize: number): number =>
  Math.round(ROW_HEIGHT_PX * Math.max(0.9, Math.min(1.45, textSize / DEFAULT_SETTINGS.textSize)));

/** The style of a row of this height whose upper edge is at `top`, both in CSS pixels. `zoom` scales `top` too. */
export const rowStyle = (top: number, height: number): CSSProperties => ({
  zoom: height / ROW_HEIGHT_PX,
  transform: `translateY(${(top * ROW_HEIGHT_PX) / height}px)`,
});
/** Id of the row's element. */
export const rowId = (id: string): string => `row-${id}`;

/** A click on a row. `action` is the id of the command whose button it hit, or 'choose' for the checkbox. */
export interface Press {
  readonly id: string;
  readonly index: number;
  readonly action: string | undefined;
  readonly event: MouseEvent;
}

interface Props {
  readonly row: ListRow;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly height: number;
  /** Selected, or among the chosen ones. */
  readonly selected: boolean;
  /** The one that the keys start from, while several are chosen. */
  readonly current: boolean;
  readonly now: Date;
  readonly onPress: (press: Press) => void;
}

/** One dispatch in the list. */
export const Row = memo(function Row({ row, index, total, top, height, selected, current, now, onPress }: Props) {
  const t = useTexts();
  const clock = useClock();
  const alert = alertOf(row);
  const urgent = alert ? `row-${alert}` : '';
  // The notice that kills another dispatch is itself valid: it is not struck out.
  const killed = (row.status === 'killed' || row.status === 'withheld') && row.signal !== 'advisory' ? 'row-gone' : '';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the listbox has the focus and the keys, and names the option by aria-activedescendant
    <div
      role="option"
      id={rowId(row.id)}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={`row ${row.read ? 'row-read' : 'row-unread'} ${current ? 'row-current' : ''} ${urgent} ${killed}`}
      style={rowStyle(top, height)}
      onClick={(event) => onPress({ id: row.id, index, action: actionOf(event.target), event: event.nativeEvent })}
    >
      <RowButtons row={row} />
      <div className="row-meta">
        {!row.read && <span className="row-dot" role="img" aria-label={t('row.unread')} />}
        <span dir="auto" className="row-source">
          <Shown text={sourceName(row.source, t)} />
        </span>
        {row.categories.length > 0 && (
          <span dir="auto" className="row-categories">
            <Shown text={row.categories.join(' · ')} />
          </span>
        )}
        <span className="row-marks">
          {row.hasNote && <NotebookPen role="img" aria-label={t('row.note')} size={13} />}
          {row.bookmarked && (
            <Star role="img" aria-label={t('row.bookmarked')} className="row-star" size={13} fill="currentColor" />
          )}
        </span>
        <time dateTime={row.publishedAt} title={fullTime(row.publishedAt, clock)}>
          {rowTime(row.publishedAt, now, clock)}
        </time>
      </div>
      <div className="row-text">
        {/* Badges are isolated in `bdi`, so that they do not decide the headline's writing direction. */}
        <div dir="auto" className="row-headline">
          <Badges of={row} />
          <Highlighted text={row.headline} hits={row.headlineHits} />
          <RowTags tags={row.tags} />
        </div>
        <div className="row-rest">
          <div dir="auto" className="row-snippet">
            <Highlighted text={row.snippet} hits={row.snippetHits} />
          </div>
        </div>
      </div>
    </div>
  );
});
