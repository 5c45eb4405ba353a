import { message } from '../../../../preload/contract/messages.ts';
import type { Problem } from '../../dispatch.ts';
import { at, attributeOf, distinct, findAll, lineText, type MarkupElement } from '../../markup/markup.ts';
import type { Facts } from '../../story/facts.ts';
import { notAStory, type Story } from '../../story/reading.ts';
import { isHeld, statusOf } from '../../story/words.ts';
import type { XmlShape } from '../generic/xml.ts';
import { eventFacts, eventsIn, plannedEvent } from './event.ts';
import { itemFacts } from './item.ts';
import { inLanguages } from './languages.ts';

const ITEM_NAMES = ['newsItem', 'packageItem', 'planningItem', 'conceptItem', 'knowledgeItem', 'catalogItem'];

const LABEL = 'NewsML-G2';

/** NewsML-G2 of the IPTC, 2.x: a newsMessage with several items, or a bare item. */
export const newsmlg2: XmlShape = {
  name: 'newsmlg2',
  label: LABEL,
  isRoot: (name) => name === 'newsMessage' || ITEM_NAMES.includes(name),
  stories: (root) => {
    const items = root.name === 'newsMessage' ? findAll(at(root, 'itemSet'), ...ITEM_NAMES) : [root];
    const header = at(root, 'header');
    const hasStories = items.some((item) => item.name === 'newsItem' && mediaOf(item) === undefined);
    return items.flatMap(inLanguages).flatMap((element): Story[] => {
      const item = [element.name, attributeOf(element, 'guid') ?? []].flat().join(' ');
      const events = eventsIn(element);
      if (events.length > 0)
        return events.map((event) => ({ item, read: () => eventFacts(event, element, header, events.length === 1) }));
      return [{ item, read: () => readItem(element, header, { item, hasStories }) }];
    });
  },
};

/** What messages call an item, and whether there are stories beside it. */
interface Place {
  readonly item: string;
  readonly hasStories: boolean;
}

function readItem(
  element: MarkupElement,
  header: MarkupElement | undefined,
  { item, hasStories }: Place,
): Facts | Problem {
  if (element.name === 'packageItem') return packageFacts(element, header, hasStories);
  if (/^(?:concept|knowledge|catalog)Item$/.test(element.name))
    return notAStory(message('item.term-list', { format: LABEL, item }));
  const facts = itemFacts(element, header);
  const media = mediaOf(element);
  const illustrates = element.name === 'planningItem' || media !== undefined;
  const isPlan = element.name === 'planningItem' && facts.headline !== undefined;
  if (illustrates && !isPlan && facts.body?.length === 0 && !isHeld(statusOf(facts.statusWord))) {
    return notAStory(message('item.media-only', { format: LABEL, item, media: media ?? '' }));
  }
  return {
    ...facts,
    isNotice: illustrates,
    ...(element.name === 'planningItem' ? { event: plannedEvent(element) } : {}),
  };
}

/** The kind of a picture, film or sound item; undefined for text and compositions. */
function mediaOf(item: MarkupElement): string | undefined {
  const itemClass = attributeOf(at(item, 'itemMeta', 'itemClass'), 'qcode')
    ?.replace(/^.*:/, '')
    .toLowerCase();
  return itemClass && /^(?:picture|photo|graphic|audio|video|animation|icon|image)$/.test(itemClass)
    ? itemClass
    : undefined;
}

/** A package lists stories that belong together. With its stories in the file it adds nothing; alone it is a notice. */
function packageFacts(item: MarkupElement, header: MarkupElement | undefined, hasStories: boolean): Facts | Problem {
  const references = findAll(at(item, 'groupSet'), 'itemRef');
  const noStory = notAStory(message('package.no-story', { items: references.length }));
  if (hasStories) return noStory;
  const related = references.flatMap((reference) => {
    const text = lineText(at(reference, 'headline')) ?? lineText(at(reference, 'title'));
    const dispatchId = attributeOf(reference, 'residref');
    const lead = lineText(at(reference, 'description'));
    return text ? [{ text, certain: true, ...(lead ? { lead } : {}), ...(dispatchId ? { dispatchId } : {}) }] : [];
  });
  const titles = distinct(related.map((teaser) => teaser.text));
  if (titles.length === 0) return noStory;
  const list = { type: 'list' as const, ordered: false, items: titles.map((text) => ({ text })) };
  return { ...itemFacts(item, header), isNotice: true, related, body: [list] };
}
