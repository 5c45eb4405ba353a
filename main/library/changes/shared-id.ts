import { blockText, type Dispatch } from '../../wire/dispatch.ts';
import { idWithHeadline, normaliseText } from '../../wire/normalise.ts';
import { hasIdOrLonger } from '../index/ids.ts';
import { type Prepared, prepare } from '../index/index-entry.ts';
import { wholeOf } from '../index/rows.ts';
import type { Store } from '../index/store.ts';

/** Parts of the words of the shorter one that texts and headlines of one story share; unrelated ones have a few in common. */
const SHARED_IN_TEXT = 0.25;
const SHARED_IN_HEADLINE = 0.4;
/** Characters of a text that tell what it is about. */
const OPENING_CHARS = 2_000;
/** Characters. Shorter words occur in every text. */
const MIN_WORD_CHARS = 5;
/** Dispatches of one shared id that are compared, the latest first. */
const MAX_COMPARED = 30;

/**
 * A dispatch whose id and version are taken by an unrelated one, under an id of its own: some feeds give every item the same
 * guid, and agencies use a number again. A new text about the same thing keeps its id, and so does what says of itself that it
 * changes another one: that is a version.
 */
export function apart(store: Store, given: Prepared): Prepared {
  const { id, status, signal } = given;
  const isChange = status === 'killed' || status === 'withheld' || signal === 'update' || signal === 'correction';
  if (isChange) return given;
  const dispatch: Dispatch = JSON.parse(given.json);
  const same = sharers(store, id).find((other) => isSameStory(dispatch, other));
  const own = same?.id ?? idWithHeadline(id, dispatch.headline);
  return own === id ? given : prepare({ ...dispatch, id: own });
}

/** The shown versions of an id and of the ids made of it, the latest first. */
const sharers = (store: Store, id: string): Dispatch[] =>
  store
    .sql(
      `SELECT w.json FROM dispatch d JOIN whole w ON w.n = d.n
       WHERE ${hasIdOrLonger('d', '?1')} AND d.head = 1 ORDER BY d.n LIMIT ${MAX_COMPARED}`,
    )
    .all(id)
    .flatMap(({ json }) => wholeOf(json) ?? []);

/** True where headline or text of two dispatches speak of the same. */
const isSameStory = (one: Dispatch, other: Dispatch): boolean =>
  other.status === 'killed' ||
  other.status === 'withheld' ||
  share(wordsOf(one.headline), wordsOf(other.headline)) >= SHARED_IN_HEADLINE ||
  share(wordsOf(openingOf(one)), wordsOf(openingOf(other))) >= SHARED_IN_TEXT;

const openingOf = ({ body }: Dispatch): string => body.map(blockText).join('\n').slice(0, OPENING_CHARS);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    normaliseText(text)
      .match(/[\p{L}\d]+/gu)
      ?.filter((word) => word.length >= MIN_WORD_CHARS),
  );

/** The part of the words of the smaller set that the other one has. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  return small.size === 0 ? 0 : [...small].filter((word) => large.has(word)).length / small.size;
}
