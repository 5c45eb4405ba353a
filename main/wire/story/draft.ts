import { type Message, message } from '../../../preload/contract/messages.ts';
import { agencyName } from '../agencies/agency.ts';
import type { Dispatch } from '../dispatch.ts';
import type { DecodedFile } from '../format.ts';
import { blockText, normaliseText, sha256 } from '../normalise.ts';
import { guessLanguage } from '../text/language.ts';
import { berlinDay } from '../times/times.ts';

type Given = 'headline' | 'body' | 'source';
type Settled = 'id' | 'receivedAt' | 'file' | Given;

/** What a format's parser found out; `finishDispatch` settles the rest. */
export type Draft = Pick<Dispatch, Given> & { [K in Exclude<keyof Dispatch, Settled>]?: Dispatch[K] | undefined } & {
  /** guid, uri, NewsIdentifier …: the id over all versions, where the format has one. */
  readonly guid?: string | undefined;
  readonly warnings?: readonly Message[] | undefined;
};

/**
 * A complete Dispatch from what a parser found: identity, defaults and the file it came from. Fields that are undefined or
 * empty text are left out. Without a time of its own the dispatch takes the file's and says so in a warning.
 */
export function finishDispatch(file: DecodedFile, format: string, draft: Draft): Dispatch {
  const source = agencyName(draft.source) ?? draft.source;
  const headline = shortened(draft.headline);
  const language = draft.language ?? guessLanguage(opening(draft.body));
  const publishedAt = draft.publishedAt ?? file.receivedAt;
  const warnings = [...file.warnings, ...(draft.warnings ?? [])];
  if (headline !== draft.headline) warnings.push(SHORTENED);
  if (draft.publishedAt === undefined) warnings.push(message('time.missing'));
  const status: Dispatch['status'] = 'usable';
  const defaults = { version: 1, status, categories: [], keywords: [], urgency: 5, notes: [], related: [] };
  // Not by spreading, which takes several times as long.
  return Object.assign(defaults, filled(draft), language ? { language } : undefined, {
    headline,
    body: draft.body,
    source,
    publishedAt,
    id: identity(draft.guid) || derivedId(draft, source, publishedAt),
    receivedAt: file.receivedAt,
    file: {
      path: file.path,
      size: file.bytes.byteLength,
      sha256: file.sha256,
      encoding: file.encoding,
      format,
      warnings,
    },
  });
}

/** Characters. Feeds put whole addresses with their parameters into a guid; calls of the reader carry ids by the thousand. */
const LONGEST_GUID = 512;

/** A guid as it came; a very long one by its hash. */
const identity = (guid: string | undefined): string | undefined =>
  guid !== undefined && guid.length > LONGEST_GUID ? `sha256:${sha256(guid)}` : guid;

/** The fields of a draft that say something and that a dispatch has too. */
function filled(draft: Draft): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(draft)) {
    if (value !== undefined && value !== '' && key !== 'guid' && key !== 'warnings') fields[key] = value;
  }
  return fields;
}

/** As much of a text as its language shows in. */
function opening(body: Dispatch['body']): string {
  let text = '';
  for (const block of body) {
    if (text.length > 1_500) break;
    text += `${blockText(block).slice(0, 1_500)}\n`;
  }
  return text;
}

/** Characters. Nothing longer is a headline, whatever a file calls it. */
const LONGEST_HEADLINE = 500;
const SHORTENED = message('headline.shortened');

function shortened(headline: string): string {
  if (headline.length <= LONGEST_HEADLINE) return headline;
  return `${headline.slice(0, LONGEST_HEADLINE).replace(/\s\S*$/, '')} …`;
}

function derivedId(draft: Draft, source: string, publishedAt: string): string {
  if (draft.number) return `${source}:${draft.number}:${berlinDay(publishedAt)}`;
  const minute = draft.publishedAt ? new Date(publishedAt).toISOString().slice(0, 16) : '';
  // Undated text has nothing but itself to be known by: the headline alone would merge every "Kurzmeldungen".
  const body = draft.publishedAt ? '' : JSON.stringify(draft.body);
  return sha256(`${source}\n${minute}\n${normaliseText(draft.headline.slice(0, LONGEST_HEADLINE))}\n${body}`).slice(
    0,
    32,
  );
}
