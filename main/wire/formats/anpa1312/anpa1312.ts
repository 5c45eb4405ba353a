import { message as say } from '../../../../preload/contract/messages.ts';
import { agencyName } from '../../agencies/agency.ts';
import { unixLines } from '../../bytes/control-codes.ts';
import type { Problem } from '../../dispatch.ts';
import type { Format } from '../../format.ts';
import type { Facts } from '../../story/facts.ts';
import { damaged } from '../../story/reading.ts';
import { type AnpaMessage, readAnpa, splitAnpa, startsAnpa } from './frame.ts';
import { readAnpaHead, readAnpaText } from './text.ts';

const LABEL = 'ANPA 1312';

/** ANPA/NAA 1312 wire service transmission, as AP sent it until 2023, and Kyodo's dialect of it. */
export const anpa1312: Format = {
  name: 'anpa1312',
  label: LABEL,
  detects: (head) => startsAnpa(unixLines(head.text.slice(0, 600))),
  read(file) {
    const parts = splitAnpa(unixLines(file.text)).filter((part) => /\p{L}{3}/u.test(part));
    const messages = parts.map(readAnpa);
    if (messages.every((message) => message === undefined)) return 'other';
    const stories = messages.map((message, i) => ({ item: i + 1, read: () => messageFacts(message, i + 1) }));
    return { stories, isComplete: true };
  },
};

/** f → 1, b and u → 2: no primary source says which of the two is more urgent. Then ordinary and deferred. */
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
  d: 'Food',
  j: 'Lottery',
  k: 'Commentary',
  n: 'Regional',
  o: 'Weather',
  r: 'Sport',
  t: 'Travel',
  v: 'Advisories',
  z: 'Sport',
};

function messageFacts(message: AnpaMessage | undefined, number: number): Facts | Problem {
  if (!message) return damaged(say('message.no-header', { format: LABEL, message: number }));
  const head = readAnpaHead(message.lines, message.kyodo);
  const lines = message.lines
    .slice(head.used)
    .filter((line) => !/^\s*(?:==\s*\p{L}+|\^?END(?: ADV(?:ANCE)?.{0,20})?<?)\s*$/u.test(line));
  const body = readAnpaText(lines, message.tabular);
  const slug = head.keyword || message.keyword;
  const hasSentences = !message.tabular && body.length > 0;
  return {
    headline: head.headline ?? (hasSentences ? undefined : readable(slug)),
    subhead: head.subhead,
    slug,
    keywords: [slug],
    categories: [CATEGORIES[message.category] ?? message.category, { code: `anpa:${message.category}` }],
    providers: message.kyodo ? ['Kyodo'] : [],
    assumed: { provider: agencyName(head.credit ?? '') ?? 'AP' },
    number: message.number,
    byline: head.byline,
    times: [message.time],
    // AP's embargoes are in New York time.
    ...(message.kyodo ? {} : { zone: 'America/New_York' }),
    urgency: URGENCY[message.priority] ?? 6,
    markers: [...keywordMarkers(slug), ...keywordMarkers(message.keyword)],
    notes: head.notes,
    body,
    isTyped: true,
    isComplete: message.complete,
    warnings: [
      ...(message.complete ? [] : [say('message.no-time')]),
      ...(head.headline || hasSentences ? [] : [say('headline.replaced')]),
    ],
  };
}

/** The parts of a keyword line that are markers: `BC-US--Name, 1st Ld-Writethru`, `BC-KILL`, `BC-US--APNewsAlert`. */
function keywordMarkers(keyword: string): string[] {
  const parts = keyword.split(/,\s*|--|-(?=APNewsAlert|KILL|CORRECTION|HOLD)/u);
  return parts.flatMap((part) => [
    part,
    ...(/\b(?:kill|eliminate)\b/iu.test(part) ? ['KILL'] : []),
    ...(/\d(?:st|nd|rd|th) ?ld\b|writethru/iu.test(part) ? ['1st Ld'] : []),
    ...(/\bcorrecti(?:on|ve)\b/iu.test(part) ? ['CORRECTION'] : []),
    ...(/advisory|digest$|budget$/iu.test(part) ? ['ADVISORY'] : []),
  ]);
}

/** A slug as words: `BC-WEA--Global Weather-Fahrenheit` → `Global Weather-Fahrenheit`. */
const readable = (slug: string): string => slug.replace(/^(?:[A-Z]{2}-)?(?:[A-Z0-9]{2,4}--)?/, '').trim() || slug;
