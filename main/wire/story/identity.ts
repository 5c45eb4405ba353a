import type { Dispatch } from '../dispatch.ts';
import { idWithHeadline, normaliseText, sha256 } from '../normalise.ts';
import { berlinDay } from '../times/times.ts';
import type { Facts, KnownStory } from './facts.ts';

/** Characters. Feeds put whole addresses with their parameters into a guid; calls of the reader carry ids by the thousand. */
const MAX_GUID_CHARS = 512;
/** Characters. An id of more is one anywhere. */
const MAX_LOCAL_ID_CHARS = 30;

/** An id over all versions, and the version that its own text names. */
export interface Identity {
  readonly id: string;
  readonly version?: number;
}

/**
 * The id over all versions of a story: its guid (a very long one by its hash), else source, number and day, else a hash of
 * source, minute and headline.
 */
export function identityOf(facts: Facts, story: KnownStory & { readonly headline: string }, format: string): Identity {
  const { source, sentAt } = story;
  // An id or number of an unknown source belongs to its format at least.
  const owner = source || format;
  const guid = identifying(facts.guid) ?? globalId(identifying(facts.localId), owner) ?? identifying(facts.address);
  if (guid !== undefined) {
    const { id, version } = withoutVersion(guid);
    return { id: bounded(id), ...(version === undefined ? {} : { version }) };
  }
  if (facts.number) return { id: `${owner}:${facts.number}:${berlinDay(sentAt ?? story.receivedAt)}` };
  const minute = sentAt ? new Date(sentAt).toISOString().slice(0, 16) : '';
  // A story without a time has nothing but itself to be known by: the headline alone would merge every "Kurzmeldungen".
  const body = sentAt ? '' : JSON.stringify(story.body);
  return { id: sha256(`${source}\n${minute}\n${normaliseText(story.headline)}\n${body}`).slice(0, 32) };
}

const bounded = (id: string): string => (id.length > MAX_GUID_CHARS ? `sha256:${sha256(id)}` : id);

/** An id that could be one anywhere stays; a bare number belongs to its source. */
const globalId = (id: string | undefined, owner: string): string | undefined =>
  !id || /[:/]/.test(id) || id.length > MAX_LOCAL_ID_CHARS ? id : `${owner}:${id}`;

/** What stands in fields for an id where there is none: words, zeros, signs. */
const PLACEHOLDER =
  /^(?:urn:uuid:)?(?:n\.?\/?a\.?|none|null|nil|undefined|unknown|nan|true|false|guid|uuid|id|[^\p{L}1-9]+)$/iu;
/** The beginning of an id whose own part is missing: provider and day at most (RFC 3085), or a sign that should join more. */
const UNFINISHED = /^urn:newsml:[^:]*(?::\d{0,8}(?:T[\d+-]{0,11}Z?)?)?:?$|[:=,]$/iu;
/** A whole site, not a page of it. */
const SITE = /^https?:\/\/[^/?#]*\/?$/iu;

/** An id; undefined for one that is the same for every story of its sender. */
function identifying(id: string | undefined): string | undefined {
  const isEmpty = !id || PLACEHOLDER.test(id.slice(0, MAX_GUID_CHARS)) || UNFINISHED.test(id.slice(-MAX_GUID_CHARS));
  return isEmpty || SITE.test(id) ? undefined : id;
}

/** PA: `http://PA_API/<id>/<time of the version>/<version>`. */
const TIME_AND_VERSION = /\/\d{4}-\d\d-\d\dT[\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d)?\/(?<version>\d{1,6})$/u;
/** NewsML 1 (RFC 3085): `urn:newsml:<provider>:<date>:<item>:<revision><update>`. */
const NEWSML_REVISION = /^urn:newsml:[^:]+:\d{8}[^:]*:[^:]+(?<end>:(?<version>\d{1,6})[NUA])$/u;
/** ANP and others: `…-v2`, `…;version=2`. */
const NAMED_VERSION = /[-_;/?]v(?:ersion)?[=.:-]?(?<version>\d{1,4})$/iu;

/**
 * An id without the time and version that some senders write at its end, which would part the versions of a story. An address of
 * a page keeps a `-v2`, which may be part of its title.
 */
export function withoutVersion(id: string): Identity {
  if (id.length > MAX_GUID_CHARS) return { id };
  const newsml = NEWSML_REVISION.exec(id)?.groups;
  if (newsml?.end) return { id: id.slice(0, -newsml.end.length), version: Number(newsml.version) };
  const end = TIME_AND_VERSION.exec(id) ?? (/^https?:/iu.test(id) ? null : NAMED_VERSION.exec(id));
  const rest = identifying(id.slice(0, end?.index));
  return end?.groups && rest ? { id: rest, version: Number(end.groups.version) } : { id };
}

/** The id of a story that shares its own with another one of its file: with the page of the story, else with its headline. */
export function ownIdentity({ id, headline }: Pick<Dispatch, 'id' | 'headline'>, address: string | undefined): string {
  return bounded(address === undefined || address === id ? idWithHeadline(id, headline) : `${id} ${address}`);
}
