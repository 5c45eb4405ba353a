import { message } from '../../../../preload/contract/messages.ts';
import { agencyName } from '../../agencies/agency.ts';
import { unixLines } from '../../bytes/control-codes.ts';
import type { Dispatch, Problem } from '../../dispatch.ts';
import type { DecodedFile, Format, Parsed } from '../../format.ts';
import { blockText } from '../../normalise.ts';
import { finishDispatch } from '../../story/draft.ts';
import { readEmbargo } from '../../story/embargo.ts';
import { lineMarker, type Marker, strongest } from '../../story/markers.ts';
import { mostStories } from '../../story/most-stories.ts';
import { versionFields } from '../../story/version-fields.ts';
import { takeDateline } from '../../text/dateline.ts';
import { type AnpaMessage, readAnpa, splitAnpa, startsAnpa } from './frame.ts';
import { readAnpaHead, readAnpaText } from './text.ts';

/** ANPA/NAA 1312 wire service transmission, as AP sent it until 2023, and Kyodo's dialect of it. */
export const anpa1312: Format = {
  name: 'anpa1312',
  detects: (head) => startsAnpa(unixLines(head.text.slice(0, 600))),
  parse(file): Parsed {
    const parts = mostStories(splitAnpa(unixLines(file.text)));
    const dispatches: Dispatch[] = [];
    const problems: Problem[] = [...parts.problems];
    let complete = true;
    parts.kept.forEach((part, i) => {
      const message = readAnpa(part);
      if (message) {
        dispatches.push(readDispatch(file, message));
        complete &&= message.complete;
      } else if (/\p{L}{3}/u.test(part)) {
        problems.push({
          reason: 'damaged',
          message: noHeader(i + 1),
        });
      }
    });
    return dispatches.length === 0 ? { kind: 'other' } : { kind: 'dispatches', dispatches, problems, complete };
  },
};

/** f → 1, b and u → 2: no primary source says which of the two is the stronger; the ordinary and deferred ones below. */
const URGENCY: Readonly<Record<string, number>> = { f: 1, b: 2, u: 2, r: 4, d: 5 };
const CATEGORIES: Readonly<Record<string, string>> = {
  a: 'Domestic',
  b: 'Domestic',
  i: 'International',
  w: 'Washington',
  p: 'Politics',
  f: 'Finance',
  s: 'Sport',
  q: 'Sport',
  e: 'Entertainment',
  l: 'Lifestyle',
  n: 'Regional',
  v: 'Advisories',
};

const NO_TIME = message('message.no-time');
const NO_HEADLINE = message('headline.missing');
const NO_TEXT = message('text.missing');
const noHeader = (number: number) => message('message.no-header', { format: 'ANPA 1312', message: number });

function readDispatch(file: DecodedFile, message: AnpaMessage): Dispatch {
  const head = readAnpaHead(message.lines, message.kyodo);
  const text = message.lines
    .slice(head.used)
    .filter((line) => !/^\s*(?:==\s*\p{L}+|\^?END(?: ADV(?:ANCE)?.{0,20})?<?)\s*$/u.test(line));
  const { body, place, agency } = takeDateline(readAnpaText(text, message.tabular));
  const plainText = body.map(blockText).join('\n');
  const slug = head.keyword || message.keyword;
  const marker = strongest([
    ...keywordMarkers(slug),
    ...keywordMarkers(message.keyword),
    lineMarker(head.headline ?? ''),
  ]);
  const embargo = readEmbargo(
    [...head.notes.map((note) => note.text), plainText.slice(0, 600)].join('\n'),
    message.time?.iso ?? file.receivedAt,
    'America/New_York',
  );
  const version = versionFields({
    marker,
    embargo,
    text: `${head.headline ?? ''}\n${head.notes.map((note) => note.text).join('\n')}\n${plainText}`,
    number: message.number,
    urgency: URGENCY[message.priority] ?? 6,
  });
  const ownTitle = head.headline ?? (message.tabular || plainText === '' ? undefined : firstSentence(plainText));
  return finishDispatch(file, 'anpa1312', {
    ...version.fields,
    headline: ownTitle ?? readable(slug),
    subhead: head.subhead,
    slug,
    keywords: slug === '' ? [] : [slug],
    categories: [CATEGORIES[message.category] ?? message.category],
    source: message.kyodo ? 'Kyodo' : (agencyName(agency ?? head.credit ?? '') ?? agency ?? 'AP'),
    number: message.number,
    byline: head.byline,
    dateline: place,
    publishedAt: message.time?.iso,
    publishedRaw: message.time?.raw,
    body,
    notes: [...head.notes.filter((note) => !(embargo && note.text === embargo.text)), ...version.notes],
    warnings: [
      ...(message.complete ? [] : [NO_TIME]),
      ...(head.headline ? [] : [NO_HEADLINE]),
      ...(body.length === 0 ? [NO_TEXT] : []),
    ],
  });
}

/** The parts of a keyword line that are markers: `BC-US--Name, 1st Ld-Writethru`, `BC-KILL`, `BC-US--APNewsAlert`. */
function keywordMarkers(keyword: string): (Marker | undefined)[] {
  const parts = keyword.split(/,\s*|--|-(?=APNewsAlert|KILL|CORRECTION|HOLD)/u);
  return parts.flatMap((part) => [
    lineMarker(part),
    /\b(?:kill|eliminate)\b/iu.test(part) ? lineMarker('KILL') : undefined,
    /\d(?:st|nd|rd|th) ?ld\b|writethru/iu.test(part) ? lineMarker('1st Ld') : undefined,
    /\bcorrecti(?:on|ve)\b/iu.test(part) ? lineMarker('CORRECTION') : undefined,
    /advisory|digest$|budget$/iu.test(part) ? lineMarker('ADVISORY') : undefined,
  ]);
}

/** A slug as words: `BC-WEA--Global Weather-Fahrenheit` → `Global Weather-Fahrenheit`. */
const readable = (slug: string): string => slug.replace(/^(?:[A-Z]{2}-)?(?:[A-Z0-9]{2,4}--)?/, '').trim() || slug;

const firstSentence = (text: string): string | undefined =>
  /^[^\n]{10,190}?[\p{Ll}\d)"][.!?]["”]?(?=\s|$)/u.exec(text)?.[0] ?? (text.split('\n')[0]?.slice(0, 200) || undefined);
