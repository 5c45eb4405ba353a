import type { Prepared } from '../index/index-entry.ts';
import { wholeOf } from '../index/rows.ts';
import { ALL, UNREAD } from '../index/schema.ts';
import { timeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';
import { type StoryText, storyText } from '../index/story-text.ts';
import { isSameStory } from './same-story.ts';

/**
 * Stories that several shown dispatches tell (table `story`). A dispatch joins one if it is the same story as each of its
 * members: that way no chain of small differences leads from one story to another.
 */

/** Dispatches compared with a new one, those most alike first. */
const MAX_COMPARED = 8;
/** A story has no more members: what is sent oftener is a form. */
const MAX_MEMBERS = 12;

/** Finds the story of a dispatch that has become the shown version. */
export function joinStory(store: Store, { id, json, chain, at, storyKeys }: Prepared, n: number): void {
  if (storyKeys.length === 0) return;
  const found = store.storyCandidates.of(storyKeys, at).slice(0, MAX_COMPARED);
  store.storyCandidates.add(n, storyKeys);
  if (found.length === 0) return;
  const text = storyText(JSON.parse(json), { at, chain });
  const texts = new Map<number, StoryText | undefined>();
  const isSame = (other: number): boolean => {
    if (!texts.has(other)) texts.set(other, textAt(store, other, id));
    const known = texts.get(other);
    return known !== undefined && isSameStory(text, known);
  };
  for (const other of found) {
    const story = storyAt(store, other);
    const members = story === undefined ? [other] : membersOf(store, story);
    if (members.length >= MAX_MEMBERS || !members.every(isSame)) continue;
    const number = story ?? nextStory(store);
    counted(store, members, () => {
      for (const member of story === undefined ? [other, n] : [n])
        store.sql('INSERT INTO story (n, story) VALUES (?, ?)').run(member, number);
    });
    return;
  }
}

/** Takes a dispatch that is no longer shown, or no longer what it was, out of its story; one member alone is none. */
export function leaveStory(store: Store, n: number): void {
  const story = storyAt(store, n);
  if (story === undefined) return;
  const members = membersOf(store, story);
  counted(store, members, () => {
    for (const member of members.length <= 2 ? members : [n]) store.sql('DELETE FROM story WHERE n = ?').run(member);
  });
}

/** Changes what lists the members of stories are on, and counts how many of each list are folded into others. */
export function counted(store: Store, places: readonly number[], change: () => void): void {
  const stories = storiesOf(store, places);
  const before = stories === '[]' ? [] : folded(store, stories);
  change();
  const after = folded(store, storiesOf(store, places, stories));
  for (const [k, count] of before) store.lists.countFolded(k, -count);
  for (const [k, count] of after) store.lists.countFolded(k, count);
}

/** The stories of these dispatches, and those given, as JSON text of an array. */
const storiesOf = (store: Store, places: readonly number[], also = '[]'): string =>
  String(
    store
      .sql(
        `SELECT json_group_array(story) AS stories FROM (
           SELECT s.story FROM json_each(?) p CROSS JOIN story s ON s.n = p.value UNION SELECT value FROM json_each(?))`,
      )
      .get(JSON.stringify(places), also)?.stories,
  );

/** How many members of these stories are folded into another one, for each list of content that has some. */
const folded = (store: Store, stories: string): (readonly [k: number, count: number])[] =>
  store
    .sql(
      `SELECT k, sum(members - 1) AS count FROM (
         SELECT s.story, l.value AS k, count(*) AS members
         FROM json_each(?) p CROSS JOIN story s ON s.story = p.value JOIN dispatch d ON d.n = s.n,
           json_each('[${ALL},${UNREAD}' || iif(d.lists = '', '', ',') || d.lists || ']') l
         WHERE EXISTS (SELECT 1 FROM entry e WHERE e.k = l.value AND e.n = s.n)
           AND NOT EXISTS (SELECT 1 FROM list a JOIN entry e ON e.k = a.k WHERE a.kind IN ('later', 'hidden') AND e.n = s.n)
         GROUP BY s.story, l.value)
       GROUP BY k HAVING count > 0`,
    )
    .all(stories)
    .map(({ k, count }) => [Number(k), Number(count)] as const);

/** The text of a dispatch that is shown and usable, and is no version of `id`. */
function textAt(store: Store, n: number, id: string): StoryText | undefined {
  const row = store
    .sql(
      `SELECT w.json, d.chain FROM dispatch d JOIN whole w ON w.n = d.n
       WHERE d.n = ? AND d.head = 1 AND d.status = 'usable' AND d.id <> ?`,
    )
    .get(n, id);
  const dispatch = wholeOf(row?.json);
  if (!dispatch) return undefined;
  return storyText(dispatch, { at: timeOf(n), chain: row?.chain === null ? undefined : Number(row?.chain) });
}

function storyAt(store: Store, n: number): number | undefined {
  const story = store.sql('SELECT story FROM story WHERE n = ?').get(n)?.story;
  return typeof story === 'number' ? story : undefined;
}

const membersOf = (store: Store, story: number): number[] =>
  store
    .sql('SELECT n FROM story WHERE story = ? ORDER BY n')
    .all(story)
    .map(({ n }) => Number(n));

const nextStory = (store: Store): number =>
  Number(store.sql('SELECT coalesce(max(story), 0) + 1 AS next FROM story').get()?.next);
