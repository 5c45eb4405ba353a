import {
  firstText,
  isRecord,
  type JsonRecord,
  listOf,
  lowerKeys,
  namesIn,
  recordOf,
  textOf,
} from '../../markup/json-value.ts';
import { distinct } from '../../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../../markup/plain-blocks.ts';
import type { Facts, FoundEvent } from '../../story/facts.ts';

/** True for an item that announces something: an event or planning item of ninjs 2 and 3 and of Superdesk. Keys in lower case. */
export const isAnnouncement = (item: JsonRecord): boolean => /^(?:event|planning)$/i.test(textOf(item.type) ?? '');

/** What an announcement says beside the fields that all items have. */
export function announcementFacts(item: JsonRecord, facts: Facts): Facts {
  const texts = [item.definition_long, item.definition_short, item.description_text, item.abstract].map(textOf);
  const [long = ''] = distinct(texts);
  const body = facts.body?.length ? facts.body : textOrHtmlToBlocks(long);
  return {
    ...facts,
    headline: facts.headline ?? textOrHtmlToLine(firstText(item.name, item.slugline)),
    isNotice: true,
    event: eventOf(item),
    body,
    notes: [
      ...(facts.notes ?? []),
      ...listOf(item.event_contact_info).map((contact) => ({ text: contactOf(contact), kind: 'contact' as const })),
    ],
  };
}

const STARTS = [
  'start',
  'startdate',
  'startdatetime',
  'starttime',
  'eventstart',
  'dtstart',
  'planning_date',
  'scheduled',
];
const ENDS = ['end', 'enddate', 'enddatetime', 'endtime', 'eventend', 'dtend'];

/** The times stand in the item, in its `dates` or in the event it names; those of planned stories come last. */
function eventOf(item: JsonRecord): FoundEvent | undefined {
  const holders = [item, ...['dates', 'event', 'events', 'eventdetails'].flatMap((key) => listOf(item[key]))]
    .map(lowerKeys)
    .flatMap((holder) => [holder, lowerKeys(holder.dates)]);
  const found = holders.find((holder) => STARTS.some((key) => textOf(holder[key])));
  const places = holders.flatMap((holder) => [
    ...listOf(holder.location),
    ...listOf(holder.locations),
    ...listOf(holder.venue),
  ]);
  const place = [...places, ...listOf(item.places), ...listOf(item.place)].map(placeOf).find(Boolean);
  if (found) return { start: firstOf(found, STARTS), end: firstOf(found, ENDS), place, zone: textOf(found.tz) };
  const planned = listOf(item.coverages ?? item.newscoverages).map((entry) =>
    lowerKeys(lowerKeys(entry).planning ?? entry),
  );
  const [start] = distinct(planned.map((entry) => textOf(entry.scheduled))).sort();
  return start === undefined ? undefined : { start, place };
}

const firstOf = (record: JsonRecord, keys: readonly string[]): string | undefined =>
  firstText(...keys.map((key) => record[key]));

/** A name, or a record with a name and an address. */
function placeOf(value: unknown): string | undefined {
  if (!isRecord(value)) return textOf(value);
  const place = lowerKeys(value);
  const address = isRecord(place.address) ? recordOf(place.address) : {};
  const parts = [...listOf(address.line), address.city, address.locality, address.area, address.country];
  return (
    distinct([firstText(place.name, place.literal), textOf(place.address), ...parts.map(textOf)]).join(', ') ||
    undefined
  );
}

function contactOf(value: unknown): string | undefined {
  const contact = lowerKeys(value);
  const name = [contact.first_name, contact.last_name].map(textOf).filter(Boolean).join(' ');
  const numbers = [...namesIn(contact.contact_phone, 'number'), ...namesIn(contact.mobile, 'number')];
  return (
    distinct([name, textOf(contact.organisation), ...namesIn(contact.contact_email), ...numbers]).join(', ') ||
    undefined
  );
}
