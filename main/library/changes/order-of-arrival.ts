import type { Prepared } from '../index/index-entry.ts';
import { placeOf, timeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';

/** What goes by one id in a batch. */
interface Story {
  readonly id: string;
  /** Milliseconds since 1970. */
  newest: number;
  readonly versions: Prepared[];
}

/**
 * In the order of their places, the newest first: trees that are only written behind what they hold fill their pages. What
 * goes by one id comes in the order of time, where its newest stands: of two texts of one version the later is the next one.
 * What was sent before the text that is shown comes in the other order: of two of them the earlier is the one behind.
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
  const shown = store.sql('SELECT n FROM dispatch WHERE id = ? ORDER BY version DESC LIMIT 1').get(id)?.n;
  const isBehind = latest !== undefined && typeof shown === 'number' && isSentBefore(store, latest, shown);
  return isBehind ? versions.reverse() : versions;
}

const bySending = (a: Prepared, b: Prepared): number => a.at - b.at || receivedAt(a) - receivedAt(b);

const receivedAt = (one: Pick<Prepared, 'receivedAt'>): number => Date.parse(one.receivedAt);

/** Whether it was sent before what stands at a place of the index; of the same second, whether its file is the older one. */
export function isSentBefore(store: Store, one: Pick<Prepared, 'at' | 'receivedAt'>, place: number): boolean {
  const second = timeOf(placeOf(one.at));
  const other = timeOf(place);
  if (second !== other) return second < other;
  const received = store.sql("SELECT row ->> 'receivedAt' AS at FROM dispatch WHERE n = ?").get(place)?.at;
  return typeof received === 'string' && receivedAt(one) < receivedAt({ receivedAt: received });
}
