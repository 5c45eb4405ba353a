import { hasId } from '../index/ids.ts';
import type { Prepared } from '../index/index-entry.ts';
import { placeOf, timeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';

/** The dispatches of a batch that share an id. */
interface Story {
  readonly id: string;
  /** Milliseconds since 1970. */
  newest: number;
  readonly versions: Prepared[];
}

/**
 * Sorts a batch by sort key, newest first: a tree that only grows at its end fills its pages. Dispatches that share an id stay
 * together at the position of the newest one, in order of time: of two texts of one version the later becomes the next version.
 * If all were sent before the shown text, they are in reverse order, because each then goes behind the last.
 */
export function inOrder(store: Store, dispatches: readonly Prepared[]): Prepared[] {
  const stories = new Map<string, Story>();
  for (const one of dispatches) {
    const story = stories.get(one.id);
    if (!story) stories.set(one.id, { id: one.id, newest: one.at, versions: [one] });
    else {
      story.newest = Math.max(story.newest, one.at);
      story.versions.push(one);
    }
  }
  return [...stories.values()].sort((a, b) => b.newest - a.newest).flatMap((story) => versionsInOrder(store, story));
}

function versionsInOrder(store: Store, { id, versions }: Story): Prepared[] {
  if (versions.length === 1) return versions;
  versions.sort(bySending);
  const latest = versions.at(-1);
  const shown = store
    .sql(`SELECT d.n FROM dispatch d WHERE ${hasId('d', '?1')} ORDER BY d.version DESC LIMIT 1`)
    .get(id)?.n;
  const isBehind = latest !== undefined && typeof shown === 'number' && isSentBefore(store, latest, shown);
  return isBehind ? versions.reverse() : versions;
}

const bySending = (a: Prepared, b: Prepared): number => a.at - b.at || receivedAt(a) - receivedAt(b);

const receivedAt = (one: Pick<Prepared, 'receivedAt'>): number => Date.parse(one.receivedAt);

/** Whether it was sent before the dispatch with a sort key; within the same second, whether its file is older. */
export function isSentBefore(store: Store, one: Pick<Prepared, 'at' | 'receivedAt'>, place: number): boolean {
  const second = timeOf(placeOf(one.at));
  const other = timeOf(place);
  if (second !== other) return second < other;
  const received = store.sql("SELECT row ->> 'receivedAt' AS at FROM dispatch WHERE n = ?").get(place)?.at;
  return typeof received === 'string' && receivedAt(one) < receivedAt({ receivedAt: received });
}
