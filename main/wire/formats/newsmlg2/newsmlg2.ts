import { message } from '../../../../preload/contract/messages.ts';
import type { Problem } from '../../dispatch.ts';
import { at, attributeOf, distinct, findAll, lineText, type MarkupElement } from '../../markup/markup.ts';
import { completeDraft, type Found } from '../../story/agency-draft.ts';
import type { Draft } from '../../story/draft.ts';
import { withKillOfHeadline } from '../../story/kill-headline.ts';
import { notAStory, readEach, type Stories, xmlFormat } from '../../story/xml-format.ts';
import { itemFound } from './item.ts';

const itemNames = ['newsItem', 'packageItem', 'planningItem', 'conceptItem', 'knowledgeItem', 'catalogItem'];

/** NewsML-G2 of the IPTC, 2.x: a newsMessage with several items, or a bare item. */
export const newsmlg2Reader = {
  name: 'newsmlg2',
  isRoot: (name: string) => name === 'newsMessage' || itemNames.includes(name),
  read: (root: MarkupElement): Stories => {
    const items = root.name === 'newsMessage' ? findAll(at(root, 'itemSet'), ...itemNames) : [root];
    if (items.length === 0)
      return { drafts: [], problems: [notAStory(message('format.no-items', { format: 'NewsML-G2' }))] };
    const header = at(root, 'header');
    const stories = items.some((item) => item.name === 'newsItem' && mediaOf(item) === undefined);
    return readEach(items, (item) => readItem(item, header, stories));
  },
} as const;

export const newsmlg2 = xmlFormat(newsmlg2Reader);

function readItem(item: MarkupElement, header: MarkupElement | undefined, besideStories: boolean): Draft | Problem {
  const name = item.name;
  const named = { format: 'NewsML-G2', item: [name, attributeOf(item, 'guid') ?? []].flat().join(' ') };
  if (name === 'packageItem') return packageDraft(item, header, besideStories);
  if (name === 'conceptItem' || name === 'knowledgeItem' || name === 'catalogItem') {
    return notAStory(message('item.term-list', named));
  }
  const found = withKillOfHeadline(itemFound(item, header));
  const media = mediaOf(item);
  const illustrates = name === 'planningItem' || media !== undefined;
  if (illustrates && found.body.length === 0 && found.status === 'usable') {
    return notAStory(message('item.media-only', { ...named, media: media ?? '' }));
  }
  const draft = completeDraft(illustrates ? { ...found, signal: 'advisory' } : found);
  return draft ?? notAStory(message('item.no-text', named));
}

/** The kind of a picture, film or sound item; undefined for text and compositions of it. */
function mediaOf(item: MarkupElement): string | undefined {
  const itemClass = attributeOf(at(item, 'itemMeta', 'itemClass'), 'qcode')
    ?.replace(/^.*:/, '')
    .toLowerCase();
  return itemClass && /^(?:picture|photo|graphic|audio|video|animation|icon|image)$/.test(itemClass)
    ? itemClass
    : undefined;
}

/** A package tells which stories belong together: with its stories beside it, it adds nothing; alone it is a notice. */
function packageDraft(item: MarkupElement, header: MarkupElement | undefined, besideStories: boolean): Draft | Problem {
  const references = findAll(at(item, 'groupSet'), 'itemRef');
  const noStory = notAStory(message('package.no-story', { items: references.length }));
  if (besideStories) return noStory;
  const related = references.flatMap((reference) => {
    const text = lineText(at(reference, 'headline')) ?? lineText(at(reference, 'title'));
    const dispatchId = attributeOf(reference, 'residref');
    const lead = lineText(at(reference, 'description'));
    return text ? [{ text, certain: true, ...(lead ? { lead } : {}), ...(dispatchId ? { dispatchId } : {}) }] : [];
  });
  const titles = distinct(related.map((teaser) => teaser.text));
  const found: Found = itemFound(item, header);
  if (titles.length === 0) return noStory;
  const body: Found['body'] = [{ type: 'list', ordered: false, items: titles.map((text) => ({ text })) }];
  return completeDraft({ ...found, signal: 'advisory', related, body }) ?? noStory;
}
