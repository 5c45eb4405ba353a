import { message } from '../../../preload/contract/messages.ts';
import type { Block, Problem, Reference, Teaser } from '../dispatch.ts';
import { firstText, isRecord, type JsonRecord, listOf, namesIn, recordOf, textOf } from '../markup/json-value.ts';
import { distinct } from '../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../markup/plain-blocks.ts';
import type { Facts, Subject } from '../story/facts.ts';
import { notAStory } from '../story/reading.ts';
import { isHeld, statusOf, urgencyOf } from '../story/words.ts';
import type { JsonShape } from './generic/json.ts';

/**
 * AP Media API (developer.ap.org): the answer to one item (`data.item`), a feed (`data.items[].item`), or an item alone. The
 * text is a separate rendition: saved files have it in `nitf`; an item without it still has its headline.
 */
export const ap: JsonShape = {
  name: 'ap',
  label: 'AP',
  claims: (value) => itemsOf(value).some(isItem),
  stories: (value) =>
    itemsOf(value)
      .map(recordOf)
      .map((found, index) => {
        const item = textOf(recordOf(found.altids).itemid) ?? index + 1;
        return { item, read: () => itemFacts(found, bodyBeside(value), item) };
      }),
};

const isItem = (value: unknown): boolean =>
  isRecord(value) && isRecord(value.altids) && textOf(value.altids.itemid) !== undefined;

function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(itemsOf);
  if (isItem(value)) return [value];
  const envelope = recordOf(value);
  const data = recordOf(envelope.data);
  if (isRecord(data.item)) return [data.item];
  const items = listOf(data.items).map((entry) => recordOf(entry).item ?? entry);
  return 'api_version' in envelope || items.some(isItem) ? items : [];
}

const bodyBeside = (value: unknown): unknown => recordOf(value).nitf;

function itemFacts(item: JsonRecord, beside: unknown, id: string | number): Facts | Problem {
  const ids = recordOf(item.altids);
  const type = textOf(item.type)?.toLowerCase() ?? 'text';
  const statusWord = textOf(item.pubstatus);
  const illustrates = type !== 'text' && type !== 'composite';
  const text = textIn(item, beside);
  const body = bodyOf(item, text, illustrates);
  if (illustrates && body.length === 0 && !isHeld(statusOf(statusWord)))
    return notAStory(message('item.media-only', { format: 'AP', item: id, media: type }));
  return {
    guid: firstText(ids.itemid, item.uri),
    version: textOf(item.version),
    headline: textOrHtmlToLine(firstText(item.headline, item.title)),
    subhead: item.headline_extended === item.headline ? undefined : textOrHtmlToLine(textOf(item.headline_extended)),
    slug: textOf(item.slugline),
    dateline: textOf(item.located),
    byline: bylineOf(item),
    categories: categoriesOf(item),
    keywords: namesIn(item.keywords),
    urgency: urgencyOf(textOf(item.urgency)) ?? priorityUrgency(textOf(item.editorialpriority)),
    language: textOf(item.language),
    providers: [firstText(item.provider, ...namesIn(item.infosource))],
    assumed: { provider: 'AP' },
    number: firstText(ids.friendlykey, ids.transref),
    times: [item.versioncreated, item.firstcreated].map(textOf),
    statusWord,
    releaseTime: textOf(item.embargoed),
    signals: [...namesIn(item.editorialtypes), ...namesIn(item.signals)],
    isNotice: illustrates,
    body,
    notes: [{ text: textOrHtmlToLine(textOf(item.ednote)) }],
    rights: [textOf(item.copyrightnotice)],
    related: relatedOf(item),
    references: referencesOf(item),
    isAgency: true,
    warnings: text ? [] : [message('text.elsewhere')],
  };
}

function textIn(item: JsonRecord, beside: unknown): string | undefined {
  const nitf = recordOf(beside);
  const own = recordOf(item.nitf);
  return firstText(nitf.body_html, nitf.body, own.body_html, item.body_html, item.body_nitf, item.body_text, beside);
}

/** The text; without one the caption, or the summary that every item has. */
function bodyOf(item: JsonRecord, text: string | undefined, illustrates: boolean): Block[] {
  if (text) return textOrHtmlToBlocks(text);
  const caption = illustrates ? firstText(item.caption, item.description_caption) : undefined;
  const instead = caption ?? textOf(item.description_summary);
  return instead ? textOrHtmlToBlocks(instead) : [];
}

function bylineOf(item: JsonRecord): string | undefined {
  const lines = listOf(item.bylines)
    .map(recordOf)
    .map((line) => distinct([textOf(line.by), textOf(line.title)]).join(', '));
  return distinct(lines).join('; ') || textOf(item.byline);
}

/** Subjects set by editors come first; AP's one-letter wire categories give topics only. */
function categoriesOf(item: JsonRecord): (string | Subject)[] {
  const subjects = listOf(item.subject)
    .map(recordOf)
    .filter((subject) => (textOf(subject.name)?.length ?? 0) > 1);
  const editorial = subjects.filter((subject) => textOf(subject.editorial_subject) !== undefined);
  const letters = listOf(item.subject).map((subject) => textOf(recordOf(subject).code) ?? '');
  return [
    ...distinct([...editorial, ...subjects].map((subject) => textOf(subject.name))).slice(0, 12),
    ...letters.filter((letter) => /^[a-z]$/.test(letter)).map((letter) => ({ code: `apcat:${letter}` })),
  ];
}

/** Priorities of the ANPA header, for items without an urgency. */
const priorityUrgency = (priority: string | undefined): number | undefined =>
  priority === 'f' ? 1 : priority === 'b' || priority === 'u' ? 2 : undefined;

function referencesOf(item: JsonRecord): Reference[] {
  const relation = statusOf(textOf(item.pubstatus)) === 'killed' ? 'kills' : 'updates';
  return listOf(item.refersto).flatMap((entry): Reference[] => {
    const id = firstText(recordOf(recordOf(entry).altids).itemid, recordOf(entry).itemid, entry);
    return id ? [{ relation, id }] : [];
  });
}

function relatedOf(item: JsonRecord): Teaser[] {
  return Object.values(recordOf(item.associations))
    .map(recordOf)
    .flatMap((entry): Teaser[] => {
      if (textOf(entry.type) !== 'text') return [];
      const dispatchId = firstText(recordOf(entry.altids).itemid, entry.uri);
      const text = textOrHtmlToLine(textOf(entry.headline)) ?? dispatchId;
      return text ? [{ text, certain: true, ...(dispatchId ? { dispatchId } : {}) }] : [];
    });
}
