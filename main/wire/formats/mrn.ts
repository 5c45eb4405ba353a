import type { Block, Note } from '../dispatch.ts';
import { isRecord, type JsonRecord, namesIn, recordOf, textOf } from '../markup/json-value.ts';
import { looksLikeHtml, textOrHtmlToBlocks } from '../markup/plain-blocks.ts';
import { type Facts, type TypedCopy, typedCopy } from '../story/facts.ts';
import type { JsonShape } from './generic/json.ts';

/**
 * LSEG (Thomson Reuters) Machine Readable News: the JSON of a story of the real-time feed, and the archive's list of them
 * (`Items[].data`).
 */
export const mrn: JsonShape = {
  name: 'mrn',
  label: 'Machine Readable News',
  claims: (value) => itemsOf(value).some(isStory),
  stories: (value) =>
    itemsOf(value).map((found, index) => {
      const story = recordOf(found);
      return { item: textOf(story.id) ?? index + 1, read: () => storyFacts(story) };
    }),
};

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.map(payloadOf);
  const record = recordOf(value);
  const list = record.Items ?? record.items;
  return Array.isArray(list) ? list.map(payloadOf) : [payloadOf(value)];
}

/** The archive wraps each story, with the times of its arrival. */
const payloadOf = (value: unknown): unknown => (isRecord(value) && isRecord(value.data) ? value.data : value);

const isStory = (value: unknown): boolean =>
  isRecord(value) &&
  textOf(value.altId) !== undefined &&
  'headline' in value &&
  (/^NS:/.test(textOf(value.provider) ?? '') || 'takeSequence' in value);

/** Providers by the letters of the feed (`NS:RTRS`), where these are not the agency's own. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['RTRS', 'Reuters'],
  ['RTRS-BV', 'Reuters'],
  ['PRN', 'PR Newswire'],
  ['BSW', 'Business Wire'],
  ['BWR', 'Business Wire'],
  ['GNW', 'GlobeNewswire'],
  ['GLOBE', 'GlobeNewswire'],
]);

/** 1 is an alert, 3 a story: the field says what an item is (MRN data models, `urgency`). */
const ALERT = '1';

function storyFacts(story: JsonRecord): Facts {
  const letters = textOf(story.provider)?.replace(/^NS:/, '') ?? '';
  const isAlert = textOf(story.urgency) === ALERT;
  const { body, notes, slug } = bodyOf(textOf(story.body));
  return {
    guid: identityOf(story, isAlert),
    // Alerts and stories have sequences of their own; every alert is a text of its own.
    version: isAlert ? undefined : textOf(story.takeSequence),
    headline: textOf(story.headline),
    slug: slug ?? textOf(story.slug),
    categories: [...namesIn(story.subjects), ...namesIn(story.audiences)].map((code) => ({ code })),
    urgency: isAlert ? 1 : textOf(story.urgency),
    language: textOf(story.language),
    providers: [PROVIDERS.get(letters) ?? letters],
    times: [story.versionCreated, story.firstCreated].map(textOf),
    statusWord: textOf(story.pubStatus),
    signals: isAlert ? ['alert'] : [],
    body,
    notes,
    isTyped: true,
    isAgency: true,
  };
}

/** Takes of a story share an `altId` for a day. */
function identityOf(story: JsonRecord, isAlert: boolean): string | undefined {
  const day = textOf(story.firstCreated)?.slice(0, 10);
  const id = isAlert ? textOf(story.id) : textOf(story.altId);
  return id && day ? `urn:mrn:${day}:${id}` : id;
}

/** `Keywords: FERRIES SAMPLE/`, below the text. */
const SLUG = /^\s*Keywords?:\s*(?<slug>\S.{0,120})$/u;
/** `((anna.brook@example.com; +49 30 …))`. */
const CONTACT = /^\s*\(\((?<contact>[^\n]{3,300})\)\)\s*$/u;

interface Text {
  readonly body: readonly (Block | TypedCopy)[];
  readonly notes: readonly Note[];
  readonly slug: string | undefined;
}

function bodyOf(text: string | undefined): Text {
  if (text === undefined) return { body: [], notes: [], slug: undefined };
  if (looksLikeHtml(text.slice(0, 10_000))) return { body: textOrHtmlToBlocks(text), notes: [], slug: undefined };
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const slugs = lines.flatMap((line) => SLUG.exec(line)?.groups?.slug ?? []);
  const notes = lines.flatMap((line): Note[] => {
    const contact = CONTACT.exec(line)?.groups?.contact;
    return contact === undefined ? [] : [{ kind: 'contact', text: contact }];
  });
  const copy = lines.filter((line) => !SLUG.test(line) && !CONTACT.test(line));
  return { body: [typedCopy(copy)], notes, slug: slugs.at(-1)?.trim() };
}
