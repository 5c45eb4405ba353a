import { Notification } from 'electron';
import type { ListRow } from '../../preload/contract/contract.ts';
import type { Words } from './words.ts';

/** What a notification needs of a row; an alarm has no text. */
type News = Pick<ListRow, 'id' | 'headline' | 'source'> & Partial<Pick<ListRow, 'snippet'>>;

/** How older versions stored a source that a file does not name. */
const UNKNOWN_SOURCE = 'unknown';

/** More than these come as one: a burst must not bury the screen. */
const SINGLE = 3;

// An unreferenced notification may be garbage-collected before it is clicked.
const shown = new Set<Notification>();

/** Shows dispatches as notifications of the system; a click calls back with the dispatch's id. */
export function showNews(rows: readonly News[], words: Words, onClick: (id: string) => void): void {
  const [first] = rows;
  if (first === undefined || !Notification.isSupported()) return;
  if (rows.length <= SINGLE) for (const row of rows) show(row.headline, bodyOf(row), () => onClick(row.id));
  else show(words.newDispatches(rows.length), first.headline, () => onClick(first.id));
}

/** The source, or the beginning of the dispatch if the file names none. */
const bodyOf = ({ source, snippet = '' }: News): string => (source === UNKNOWN_SOURCE ? snippet : source);

function show(title: string, body: string, onClick: () => void): void {
  const notification = new Notification({ title, body });
  shown.add(notification);
  notification.on('click', onClick);
  notification.on('close', () => shown.delete(notification));
  notification.show();
}
