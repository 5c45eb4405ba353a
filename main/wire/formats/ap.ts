import { message } from '../../../preload/contract/messages.ts';
import { agencyTime, firstTime } from '../agencies/agency-time.ts';
import type { Block, Problem, Reference, Teaser } from '../dispatch.ts';
import { firstText, isRecord, type JsonRecord, listOf, namesIn, recordOf, textOf } from '../markup/json-value.ts';
import { distinct } from '../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../markup/plain-blocks.ts';
import {
  completeDraft,
  distinctNotes,
  languageOf,
  note,
  providerName,
  signalOf,
  statusOf,
  urgencyOf,
  versionOf,
} from '../story/agency-draft.ts';
import type { Draft } from '../story/draft.ts';
import { embargoTimeIn, speaksOfEmbargo } from '../story/embargo.ts';
import { type JsonReader, jsonFormat } from '../story/json-document.ts';
import { killReferences } from '../story/kill-number.ts';
import { notAStory, readEach } from '../story/xml-format.ts';

/**
 * AP Media API (developer.ap.org): the answer to one item (`data.item`), a feed (`data.items[].item`), or an item alone. The
 * text is a rendition of its own: saved files carry it in `nitf`, and an item without it still tells its headline.
 */
export const apReader: JsonReader = {
  name: 'ap',
  keys: /"(?:api_version|api_mode|altids|friendlykey)"\s*:/,
  claims: (value) => itemsOf(value).length > 0,
  read: (value) => readEach(itemsOf(value), (item, index) => readItem(item, bodyBeside(value), index)),
};

export const ap = jsonFormat(apReader);

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

function readItem(value: unknown, beside: unknown, index: number): Draft | Problem {
  const item = recordOf(value);
  const ids = recordOf(item.altids);
  const name = { format: 'AP', item: textOf(ids.itemid) ?? index + 1 };
  const type = textOf(item.type)?.toLowerCase() ?? 'text';
  const status = statusOf(textOf(item.pubstatus));
  const held = status === 'killed' || status === 'withheld';
  const source = providerName(firstText(item.provider, ...namesIn(item.infosource))) ?? 'AP';
  const time = firstTime([item.versioncreated, item.firstcreated].map(textOf), source, 'AP');
  const ednote = textOrHtmlToLine(textOf(item.ednote));
  const embargoNote = speaksOfEmbargo(ednote) ? ednote : undefined;
  const embargoUntil = agencyTime(textOf(item.embargoed), source).iso ?? embargoTimeIn(embargoNote, source, time.iso);
  const illustrates = type !== 'text' && type !== 'composite';
  const text = textIn(item, beside);
  const body = bodyOf(item, text, illustrates);
  if (illustrates && body.length === 0 && !held) return notAStory(message('item.media-only', { ...name, media: type }));
  const refersTo = referencesOf(item, ednote, body);
  const words = [...namesIn(item.editorialtypes), ...namesIn(item.signals)];
  return (
    completeDraft({
      guid: firstText(ids.itemid, item.uri),
      version: versionOf(textOf(item.version)),
      headline: textOrHtmlToLine(firstText(item.headline, item.title)),
      subhead: item.headline_extended === item.headline ? undefined : textOrHtmlToLine(textOf(item.headline_extended)),
      slug: textOf(item.slugline),
      dateline: textOf(item.located),
      byline: bylineOf(item),
      categories: categoriesOf(item),
      keywords: distinct(namesIn(item.keywords)),
      urgency: urgencyOf(textOf(item.urgency)) ?? priorityUrgency(textOf(item.editorialpriority)),
      language: languageOf(textOf(item.language)),
      source,
      number: firstText(ids.friendlykey, ids.transref),
      publishedAt: time.iso,
      publishedRaw: time.raw,
      status: held ? status : embargoUntil || embargoNote || status === 'embargoed' ? 'embargoed' : 'usable',
      embargoUntil,
      signal: illustrates ? 'advisory' : signalOf(words),
      body,
      notes: distinctNotes([
        ...note(
          held ? 'reason' : embargoNote ? 'embargo' : /\bcorrects?\b/i.test(ednote ?? '') ? 'correction' : 'editor',
          ednote,
        ),
        ...note('copyright', textOf(item.copyrightnotice)),
      ]),
      related: relatedOf(item),
      refersTo: refersTo.length > 0 ? refersTo : undefined,
      warnings: [...(time.warning ? [time.warning] : []), ...(text ? [] : [message('text.elsewhere')])],
    }) ?? notAStory(message('item.no-text', name))
  );
}

function textIn(item: JsonRecord, beside: unknown): string | undefined {
  const nitf = recordOf(beside);
  const own = recordOf(item.nitf);
  return firstText(nitf.body_html, nitf.body, own.body_html, item.body_html, item.body_nitf, item.body_text, beside);
}

/** The text; without one the caption, or the summary that every item carries. */
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

/** AP's one-letter wire categories say nothing here; its subjects that the editors set come first. */
function categoriesOf(item: JsonRecord): string[] {
  const subjects = listOf(item.subject)
    .map(recordOf)
    .filter((subject) => (textOf(subject.name)?.length ?? 0) > 1);
  const editorial = subjects.filter((subject) => textOf(subject.editorial_subject) !== undefined);
  return distinct([...editorial, ...subjects].map((subject) => textOf(subject.name))).slice(0, 12);
}

/** Priorities of the ANPA header, where an item names no urgency. */
const priorityUrgency = (priority: string | undefined): number | undefined =>
  priority === 'f' ? 1 : priority === 'b' || priority === 'u' ? 2 : undefined;

function referencesOf(item: JsonRecord, ednote: string | undefined, body: readonly Block[]): Reference[] {
  const opening = body.slice(0, 3).map((block) => ('text' in block ? block.text : ''));
  const named = listOf(item.refersto).map((entry) =>
    firstText(recordOf(recordOf(entry).altids).itemid, recordOf(entry).itemid, entry),
  );
  const relation = statusOf(textOf(item.pubstatus)) === 'killed' ? 'kills' : 'updates';
  return [
    ...named.flatMap((id): Reference[] => (id ? [{ relation, id }] : [])),
    ...killReferences(ednote, textOf(item.headline), ...opening),
  ];
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
