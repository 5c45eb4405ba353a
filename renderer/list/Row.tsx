import { NotebookPen, Star, UserCheck } from 'lucide-react';
import { memo } from 'react';
import type { Column, Density, ListRow } from '../../preload/contract/contract.ts';
import { Highlighted } from '../common/Highlighted.tsx';
import { Shown } from '../common/Shown.tsx';
import { hasSource, sourceName } from '../common/source.ts';
import { clockTime, fullTime, newDay, rowTime } from '../common/time.ts';
import { useClock, useTexts } from '../state/context.ts';
import { hasUnread } from '../state/pages.ts';
import { useStanding } from '../state/standing.ts';
import { alertOf, Badges } from './Badges.tsx';
import { actionOf, RowButtons } from './RowButtons.tsx';
import { RowColumns } from './RowColumns.tsx';
import { OtherSources, StoryBadge } from './RowStory.tsx';
import { RowTags } from './RowTags.tsx';
import { rowStyle } from './row-size.ts';

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
  /** Rows of the list; -1 while they are not counted. */
  readonly total: number;
  readonly top: number;
  readonly height: number;
  readonly density: Density;
  readonly columns: readonly Column[];
  /** Characters of a line, where the length is said in lines. */
  readonly lineChars: number;
  /** When the row above was published, in a list by time that says the days; undefined in others and at the top. */
  readonly before: string | undefined;
  /** The list is in the order of time: its days are said, so that rows say the time of day. */
  readonly isByTime: boolean;
  /** Selected, or among the chosen ones. */
  readonly selected: boolean;
  /** The one that the keys start from, while several are chosen. */
  readonly current: boolean;
  readonly now: Date;
  readonly onPress: (press: Press) => void;
}

/** One dispatch in the list. */
export const Row = memo(function Row(props: Props) {
  const {
    row,
    index,
    total,
    top,
    height,
    density,
    columns,
    lineChars,
    before,
    isByTime,
    selected,
    current,
    now,
    onPress,
  } = props;
  const t = useTexts();
  const headlineWords = useStanding(row.headline);
  const snippetWords = useStanding(row.snippet);
  const clock = useClock();
  const source = sourceName(row.source, t);
  // What is folded into it must not be overlooked either.
  const seen = { ...row, urgency: row.story?.urgency ?? row.urgency };
  const alert = alertOf(seen);
  const isUnread = !row.read || hasUnread(row);
  const day = isByTime ? newDay(row.publishedAt, before, clock) : undefined;
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
      className={`row row-${density} ${day ? 'row-day' : ''} ${isUnread ? 'row-unread' : 'row-read'} ${row.story?.under === undefined ? '' : 'row-under'} ${current ? 'row-current' : ''} ${urgent} ${killed}`}
      style={rowStyle(top, height, density)}
      draggable
      onClick={(event) => onPress({ id: row.id, index, action: actionOf(event.target), event: event.nativeEvent })}
    >
      <RowButtons row={row} />
      <div className="row-meta">
        {isUnread && <span className="row-dot" role="img" aria-label={t('row.unread')} />}
        <span dir="auto" className="row-source" title={density === 'one' ? source : undefined}>
          {(density !== 'one' || hasSource(row.source)) && <Shown text={source} />}
        </span>
        <StoryBadge row={row} />
        {density !== 'one' && <OtherSources row={row} />}
        {density === 'one' && (
          <span className="row-urgency" title={t('row.urgency', { urgency: seen.urgency })}>
            {seen.urgency < 5 && seen.urgency}
          </span>
        )}
        {density !== 'one' && row.categories.length > 0 && (
          <span dir="auto" className="row-categories">
            <Shown text={row.categories.join(' · ')} />
          </span>
        )}
        <span className="row-badges">
          <Badges of={seen} isShort={density === 'one'} />
          <RowTags tags={row.tags} />
          {day && <span className="row-new-day">{day}</span>}
        </span>
        <span className="row-marks">
          {row.taken !== undefined && (
            <UserCheck role="img" aria-label={t('row.taken', { who: row.taken })} size={14}>
              <title>{t('row.taken', { who: row.taken })}</title>
            </UserCheck>
          )}
          {row.hasNote && <NotebookPen role="img" aria-label={t('row.note')} size={13} />}
          {row.bookmarked && (
            <Star role="img" aria-label={t('row.bookmarked')} className="row-star" size={13} fill="currentColor" />
          )}
        </span>
        <RowColumns row={row} columns={columns} lineChars={lineChars} />
        {columns.includes('time') && (
          <time dateTime={row.publishedAt} title={fullTime(row.publishedAt, clock)}>
            {isByTime ? clockTime(row.publishedAt, clock) : rowTime(row.publishedAt, now, clock)}
          </time>
        )}
      </div>
      <div className="row-text">
        <div dir="auto" className="row-headline">
          <Highlighted text={row.headline} hits={row.headlineHits} standing={headlineWords} />
        </div>
        {density === 'three' && (
          <div className="row-rest">
            <div dir="auto" className="row-snippet">
              <Highlighted text={row.snippet} hits={row.snippetHits} standing={snippetWords} />
            </div>
          </div>
        )}
      </div>
    </div>
  );
});
