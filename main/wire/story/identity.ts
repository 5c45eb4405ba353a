import { normaliseText, sha256 } from '../normalise.ts';
import { berlinDay } from '../times/times.ts';
import type { Facts, KnownStory } from './facts.ts';

/** Characters. Feeds put whole addresses with their parameters into a guid; calls of the reader carry ids by the thousand. */
const MAX_GUID_CHARS = 512;
/** Characters. An id of more is one anywhere. */
const MAX_LOCAL_ID_CHARS = 30;

/**
 * The id over all versions of a story: its guid (a very long one by its hash), else source, number and day, else a hash of
 * source, minute and headline.
 */
export function identityOf(facts: Facts, story: KnownStory & { readonly headline: string }, format: string): string {
  const { source, sentAt } = story;
  // An id or number of an unknown source belongs to its format at least.
  const owner = source || format;
  const guid = facts.guid || globalId(facts.localId, owner);
  if (guid) return guid.length > MAX_GUID_CHARS ? `sha256:${sha256(guid)}` : guid;
  if (facts.number) return `${owner}:${facts.number}:${berlinDay(sentAt ?? story.receivedAt)}`;
  const minute = sentAt ? new Date(sentAt).toISOString().slice(0, 16) : '';
  // A story without a time has nothing but itself to be known by: the headline alone would merge every "Kurzmeldungen".
  const body = sentAt ? '' : JSON.stringify(story.body);
  return sha256(`${source}\n${minute}\n${normaliseText(story.headline)}\n${body}`).slice(0, 32);
}

/** An id that could be one anywhere stays; a bare number belongs to its source. */
const globalId = (id: string | undefined, owner: string): string | undefined =>
  !id || /[:/]/.test(id) || id.length > MAX_LOCAL_ID_CHARS ? id : `${owner}:${id}`;
