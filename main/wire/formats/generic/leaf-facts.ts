import { message } from '../../../../preload/contract/messages.ts';
import { agencyName } from '../../agencies/agency.ts';
import type { Block } from '../../dispatch.ts';
import { distinct } from '../../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../../markup/plain-blocks.ts';
import { bodyText } from '../../normalise.ts';
import type { Facts } from '../../story/facts.ts';
import type { LeafName } from './leaf-names.ts';

/** The parts of a story in an unknown format. */
export interface Leaves {
  /** The texts under the names of a part, in the order of the names. */
  texts(name: LeafName): readonly string[];
  /** The text of the story if it has structure; undefined if it is only text. */
  body(): Block[] | undefined;
}

/** Facts from recognised names; none when there is no headline, or no text and no description with it. */
export function leafFacts(leaves: Leaves): Facts {
  const headline = line(leaves, 'headline');
  const body = storyBlocks(leaves);
  if (!headline || body.length === 0) return {};
  return { ...namedFacts(leaves), headline, body, warnings: [message('format.generic')] };
}

/** Words of a text that is more than a name, a date or a code. */
const MIN_WORDS = 5;
const isSentence = (text: string): boolean =>
  (/[.!?]["”“»]?\s*$/u.test(text) && /\p{L}{2}\P{L}+\p{L}{2}/u.test(text)) ||
  text
    .slice(0, 2000)
    .split(/\s+/)
    .filter((word) => /\p{L}{2}/u.test(word)).length >= MIN_WORDS;

/** The sentences of a file whose structure says nothing, as plain text, so that none is lost; no facts where there is none. */
export function remainingText(leaves: Leaves, texts: readonly string[]): Facts {
  const headline = line(leaves, 'headline');
  const sentences = distinct(texts).filter((text) => isSentence(text) && textOrHtmlToLine(text) !== headline);
  const body = sentences.flatMap((text) => textOrHtmlToBlocks(text));
  return body.length === 0 ? {} : { ...namedFacts(leaves), headline, body, warnings: [message('text.as-plain')] };
}

/** What the envelope around a story says of it: nothing of its text. */
export const envelopeFacts = (leaves: Leaves): Facts => ({
  ...namedFacts(leaves),
  headline: line(leaves, 'headline'),
  isNotice: undefined,
});

const line = (leaves: Leaves, name: LeafName): string | undefined => textOrHtmlToLine(leaves.texts(name)[0]);

/** Everything but headline and text. */
function namedFacts(leaves: Leaves): Facts {
  const first = (name: LeafName) => line(leaves, name);
  const lines = (name: LeafName, kind?: 'contact') =>
    leaves.texts(name).map((text) => ({ text: textOrHtmlToLine(text), kind }));
  return {
    localId: first('id'),
    version: first('version'),
    subhead: first('subhead'),
    kicker: first('kicker'),
    slug: first('slug'),
    byline: named(first('byline')),
    dateline: first('dateline'),
    categories: words(leaves.texts('category')),
    keywords: words(leaves.texts('keyword')),
    urgency: first('urgency'),
    language: first('language'),
    providers: [...leaves.texts('source'), ...leaves.texts('address').filter((address) => /^https?:/i.test(address))],
    times: timesOf(leaves.texts('time')),
    number: numberOf(leaves),
    statusWord: first('status'),
    releaseTime: first('embargo'),
    isNotice: leaves.texts('event').length > 0,
    event: { start: first('event'), end: first('eventEnd'), place: first('venue') },
    notes: [...lines('note'), ...lines('contact', 'contact')],
  };
}

/** A day, and an hour on its own. */
const DAY = /^(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{1,2}\/\d{4})$/u;
const CLOCK = /^(?<hour>\d{1,2})[:.](?<rest>\d{2}(?::\d{2})?)(?:\s?Uhr)?$/u;

/** Times in which a day and an hour in fields of their own are one. */
function timesOf(texts: readonly string[]): readonly string[] {
  const bare = texts.map((text) => text.trim());
  const clock = bare.map((text) => CLOCK.exec(text)?.groups).find((groups) => groups !== undefined);
  const [first = ''] = bare.filter((text) => !CLOCK.test(text));
  return clock && DAY.test(first) ? [`${first} ${clock.hour?.padStart(2, '0')}:${clock.rest}`, ...texts] : texts;
}

/** The number of an agency; another sender's could be that of a page. */
const numberOf = (leaves: Leaves): string | undefined =>
  leaves.texts('source').some((name) => agencyName(name) !== undefined)
    ? leaves.texts('number').find((text) => /^[A-Z]{0,4}\d{2,6}$/u.test(text))
    : undefined;

function storyBlocks(leaves: Leaves): Block[] {
  const longest = [...leaves.texts('body')].sort((a, b) => b.length - a.length)[0];
  const body = leaves.body() ?? (longest ? textOrHtmlToBlocks(longest) : []);
  const lead = leaves
    .texts('lead')
    .flatMap((text) => textOrHtmlToBlocks(text))
    .slice(0, 3);
  if (body.length === 0) return lead.length > 0 ? lead : textOrHtmlToBlocks(leaves.texts('description')[0] ?? '');
  const start = bodyText(body.slice(0, 2));
  const fresh = lead.filter((block) => 'text' in block && !start.includes(block.text.slice(0, 60)));
  return [...fresh, ...body];
}

const words = (texts: readonly string[]): string[] =>
  distinct(texts.flatMap((text) => text.split(/[,;|]/)).map((word) => named(textOrHtmlToLine(word)))).slice(0, 30);

/** Numbers are keys of the sender's tables and mean nothing to people, unless they are years. */
const named = (text: string | undefined): string | undefined =>
  /^(?!(?:19|20)\d\d$)\d+$/.test(text ?? '') ? undefined : text;
