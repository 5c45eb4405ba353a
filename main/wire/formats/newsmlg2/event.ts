import type { Block } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
  rawText,
} from '../../markup/markup.ts';
import { textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';
import type { Facts, FoundEvent } from '../../story/facts.ts';
import { itemFacts } from './item.ts';
import { ownLanguageFirst } from './language.ts';

/** The concepts of an item that are events (EventsML-G2): one of a concept item, several of a knowledge item. */
export const eventsIn = (item: MarkupElement): MarkupElement[] =>
  findAll(item, 'concept').filter((concept) => at(concept, 'eventDetails') !== undefined);

/** An event as a notice. `isOnly`: the item is this event, so that its id and version are the event's. */
export function eventFacts(
  concept: MarkupElement,
  item: MarkupElement,
  header: MarkupElement | undefined,
  isOnly: boolean,
): Facts {
  const facts = itemFacts(item, header);
  const details = at(concept, 'eventDetails');
  const named = (name: string) => ownLanguageFirst(childrenOf(concept, name), facts.language);
  const conceptId = at(concept, 'conceptId');
  const people = ['organiser', 'participant'].flatMap((name) => childrenOf(details, name)).map(nameOf);
  const notes = [...childrenOf(concept, 'note'), ...childrenOf(concept, 'edNote')].map((note) => ({
    text: lineText(note),
  }));
  return {
    ...facts,
    guid: isOnly ? facts.guid : (attributeOf(conceptId, 'qcode') ?? attributeOf(conceptId, 'uri') ?? facts.guid),
    headline: named('name').map(lineText).find(Boolean) ?? facts.headline,
    keywords: distinct([...(facts.keywords ?? []), ...people]),
    isNotice: true,
    event: whenAndWhere(details),
    body: definitions(named('definition'), facts.body ?? []),
    notes: [...(facts.notes ?? []), ...notes, { text: contactOf(details), kind: 'contact' }],
  };
}

const nameOf = (element: MarkupElement | undefined): string | undefined =>
  lineText(at(element, 'name')) ?? attributeOf(element, 'literal');

/** The long definition says what the short one says, and more. */
function definitions(all: readonly MarkupElement[], otherwise: NonNullable<Facts['body']>): NonNullable<Facts['body']> {
  const texts = distinct(all.map(rawText).map((text) => text.trim())).sort((a, b) => a.length - b.length);
  const fresh = texts.filter(
    (text, i) => !texts.slice(i + 1).some((longer) => longer.startsWith(text.replace(/(?<!\W)\W+$/u, ''))),
  );
  const blocks = fresh.flatMap((text): Block[] => textOrHtmlToBlocks(text));
  return blocks.length > 0 ? blocks : otherwise;
}

/** NewsML-G2, eventDetails: `dates` and `location`. */
function whenAndWhere(details: MarkupElement | undefined): FoundEvent {
  const dates = at(details, 'dates');
  const day = (name: string) => lineText(at(dates, name)) ?? lineText(find(dates, name));
  return {
    start: day('start') ?? day('confirmedstart'),
    end: day('end') ?? day('confirmedend'),
    place: placeOf(at(details, 'location')),
  };
}

/** The name of a place, then its address: street, town, country. */
function placeOf(location: MarkupElement | undefined): string | undefined {
  const address = find(location, 'address');
  const parts = ['locality', 'area', 'country'].map((name) => nameOf(at(address, name)) ?? lineText(at(address, name)));
  return distinct([nameOf(location), ...childrenOf(address, 'line').map(lineText), ...parts]).join(', ') || undefined;
}

const contactOf = (details: MarkupElement | undefined): string | undefined =>
  distinct(
    childrenOf(details, 'contactInfo').flatMap((info) =>
      ['name', 'email', 'phone', 'web', 'note'].map((name) => lineText(at(info, name))),
    ),
  ).join(', ') || undefined;

/** When the first of the stories that a planning item announces is due, or the event it is about. */
export function plannedEvent(item: MarkupElement): FoundEvent | undefined {
  const details = find(item, 'eventDetails');
  if (details) return whenAndWhere(details);
  const [start] = distinct(findAll(at(item, 'newsCoverageSet'), 'scheduled').map(lineText)).sort();
  return start === undefined ? undefined : { start, place: placeOf(find(at(item, 'contentMeta'), 'located')) };
}
