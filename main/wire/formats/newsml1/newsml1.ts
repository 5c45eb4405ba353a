import { type Message, message } from '../../../../preload/contract/messages.ts';
import { agencyTime, firstTime } from '../../agencies/agency-time.ts';
import type { Teaser } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
} from '../../markup/markup.ts';
import {
  completeDraft,
  distinctNotes,
  type Found,
  languageOf,
  note,
  providerName,
  statusOf,
  urgencyOf,
  versionOf,
} from '../../story/agency-draft.ts';
import type { Draft } from '../../story/draft.ts';
import { embargoTimeIn, speaksOfEmbargo } from '../../story/embargo.ts';
import { subjectName } from '../../story/iptc-subjects.ts';
import { withKillOfHeadline } from '../../story/kill-headline.ts';
import { killReferences } from '../../story/kill-number.ts';
import { notAStory, readEach, type Stories, xmlFormat } from '../../story/xml-format.ts';
import { nitfFound } from '../nitf.ts';
import { itemText } from './stories.ts';

/** NewsML 1.0–1.2 of the IPTC; several items may stand in one file. */
export const newsml1Reader = {
  name: 'newsml1',
  isRoot: (name: string) => name === 'NewsML',
  read: (root: MarkupElement): Stories => {
    const items = childrenOf(root, 'NewsItem');
    const envelope = at(root, 'NewsEnvelope');
    if (items.length === 0)
      return { drafts: [], problems: [notAStory(message('format.no-items', { format: 'NewsML' }))] };
    return readEach(items, (item) => itemDraft(item, envelope) ?? notAStory(describe(item)));
  },
} as const;

export const newsml1 = xmlFormat(newsml1Reader);

const formalName = (element: MarkupElement | undefined): string | undefined => attributeOf(element, 'FormalName');

function describe(item: MarkupElement): Message {
  const kind = formalName(at(item, 'NewsManagement', 'NewsItemType')) ?? 'item';
  const media = distinct(findAll(item, 'MediaType').map(formalName)).join(', ');
  return message('item.media-only', { format: 'NewsML', item: kind, media });
}

function itemDraft(item: MarkupElement, envelope: MarkupElement | undefined): Draft | undefined {
  const management = at(item, 'NewsManagement');
  const lines = (name: string) => distinct(findAll(item, name).map(lineText));
  const text = itemText(item);
  const inner: Partial<Found> = text?.nitf ? nitfFound(text.nitf) : {};
  const source = sourceOf(item, envelope);
  const time = firstTime(
    [
      ...['ThisRevisionCreated', 'FirstCreated'].map((name) => lineText(at(management, name))),
      lineText(at(item, 'Identification', 'NewsIdentifier', 'DateId')),
      lineText(at(envelope, 'DateAndTime')),
    ],
    source,
    lineText(find(item, 'ProviderId')),
  );
  const editorNotes = editorLines(item);
  const status = itemStatus(management);
  const embargoNote = editorNotes.find(speaksOfEmbargo);
  const until = embargoEnd(management, source) ?? embargoTimeIn(embargoNote, source, time.iso);
  const embargoed = status === 'embargoed' || until !== undefined || embargoNote !== undefined;
  const held = status === 'killed' || status === 'withheld';
  const references = killReferences(...editorNotes, lines('HeadLine')[0], text?.opening);
  const found: Found = {
    guid: identityOf(item),
    version: versionOf(lineText(find(item, 'RevisionId'))),
    headline: lines('HeadLine')[0] ?? inner.headline,
    subhead: lines('SubHeadLine')[0] ?? inner.subhead,
    slug: lines('SlugLine')[0] ?? lineText(at(item, 'Identification', 'NameLabel')),
    dateline: lines('DateLine')[0] ?? inner.dateline,
    byline: lines('ByLine')[0] ?? inner.byline,
    categories: categoriesOf(item, inner.categories ?? []),
    keywords: keywordsOf(item),
    urgency: itemUrgency(item, envelope) ?? inner.urgency,
    language: languageOf(formalName(find(item, 'Language')) ?? languageAttribute(item)),
    source,
    publishedAt: time.iso,
    publishedRaw: time.raw,
    status: held ? status : embargoed ? 'embargoed' : 'usable',
    embargoUntil: until,
    signal: text?.illustrates ? 'advisory' : undefined,
    body: text?.body ?? [],
    notes: distinctNotes([
      ...editorNotes.flatMap((line) => note(held ? 'reason' : speaksOfEmbargo(line) ? 'embargo' : 'editor', line)),
      ...lines('CopyrightLine').flatMap((line) => note('copyright', line)),
      ...(inner.notes ?? []),
    ]),
    related: relatedOf(management),
    refersTo: references.length > 0 ? references : undefined,
    warnings: time.warning ? [time.warning] : [],
  };
  return completeDraft(withKillOfHeadline(found));
}

/** ProviderId, DateId and NewsItemId are the item over all its revisions (NewsML 1.2, NewsIdentifier). */
function identityOf(item: MarkupElement): string | undefined {
  const [provider, date, id] = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => lineText(find(item, name)));
  if (provider && id) return ['urn:newsml', provider, ...(date ? [date] : []), id].join(':');
  return lineText(find(item, 'guid')) ?? attributeOf(find(item, 'NewsComponent'), 'Duid');
}

function itemStatus(management: MarkupElement | undefined): ReturnType<typeof statusOf> {
  const status = statusOf(formalName(at(management, 'Status')));
  if (status !== 'usable') return status;
  const instructions = childrenOf(management, 'Instruction').map((instruction) => statusOf(formalName(instruction)));
  return instructions.find((instruction) => instruction === 'killed' || instruction === 'withheld') ?? 'usable';
}

/** `StatusWillChange` names the moment an embargoed item becomes usable. */
function embargoEnd(management: MarkupElement | undefined, source: string): string | undefined {
  const change = at(management, 'StatusWillChange');
  if (statusOf(formalName(at(management, 'Status'))) !== 'embargoed') return undefined;
  const future = formalName(at(change, 'FutureStatus'));
  if (future !== undefined && statusOf(future) !== 'usable') return undefined;
  return agencyTime(lineText(at(change, 'DateAndTime')), source).iso;
}

function itemUrgency(item: MarkupElement, envelope: MarkupElement | undefined): number | undefined {
  const urgency = find(at(item, 'NewsManagement'), 'Urgency');
  const priority = formalName(at(envelope, 'Priority'));
  const property = propertyValues(item, 'Priority')[0];
  return (
    urgencyOf(formalName(urgency) ?? lineText(urgency)) ??
    // 9 is "user-defined" in the envelope's scale and says nothing.
    urgencyOf(priority === '9' ? undefined : priority) ??
    urgencyOf(property)
  );
}

const propertyValues = (item: MarkupElement, ...names: readonly string[]): (string | undefined)[] =>
  findAll(item, 'Property')
    .filter((property) => names.includes(formalName(property) ?? ''))
    .map((property) => attributeOf(property, 'Value'));

function sourceOf(item: MarkupElement, envelope: MarkupElement | undefined): string {
  const administrative = findAll(item, 'AdministrativeMetadata');
  const party = (name: string) => administrative.map((metadata) => formalName(find(at(metadata, name), 'Party')));
  const candidates = [
    ...party('Provider'),
    formalName(find(at(envelope, 'SentFrom'), 'Party')),
    ...party('Source'),
    lineText(find(item, 'CreditLine')),
    lineText(find(item, 'ProviderId'))?.replace(/^www\./, ''),
  ];
  return candidates.map(providerName).find((name) => name !== undefined) ?? 'NewsML';
}

const languageAttribute = (item: MarkupElement): string | undefined =>
  [item, ...findAll(item, 'NewsComponent', 'HeadLine')]
    .map((element) => attributeOf(element, 'xml:lang'))
    .find(Boolean);

function categoriesOf(item: MarkupElement, inner: readonly string[]): string[] {
  const subjects = findAll(item, 'Subject', 'SubjectMatter', 'SubjectDetail');
  const topics = findAll(item, 'Topic').map((topic) => {
    const descriptions = childrenOf(topic, 'Description').filter(
      (found) => attributeOf(found, 'Variant') !== 'Category',
    );
    return lineText(descriptions.find((found) => attributeOf(found, 'xml:lang') === 'en') ?? descriptions[0]);
  });
  const coded = subjects.flatMap((subject) => {
    const code = formalName(subject);
    return [attributeOf(subject, 'cat'), subjectName(code) ?? (/^\d*$/.test(code ?? '') ? undefined : code)];
  });
  return distinct([...topics, ...coded, ...propertyValues(item, 'BWCategoryKeywords'), ...inner]);
}

const keywordsOf = (item: MarkupElement): string[] =>
  distinct([
    ...propertyValues(item, 'Keyword', 'BWIndustryKeywords'),
    ...findAll(item, 'KeywordLine', 'item_keyword').map(lineText),
  ]);

/** What stands for the desk: instructions in words, and news lines of a type that says so. */
function editorLines(item: MarkupElement): string[] {
  const instructions = childrenOf(at(item, 'NewsManagement'), 'Instruction').map(lineText);
  const newsLines = findAll(item, 'NewsLine')
    .filter((line) => /edit|advis|note|instruction|correct/i.test(formalName(at(line, 'NewsLineType')) ?? ''))
    .map((line) => lineText(at(line, 'NewsLineText')));
  return distinct([...instructions, ...newsLines, ...findAll(item, 'EdNote', 'EditorNote').map(lineText)]);
}

function relatedOf(management: MarkupElement | undefined): Teaser[] {
  const named = [...childrenOf(management, 'AssociatedWith'), ...childrenOf(management, 'DerivedFrom')];
  return named.flatMap((element): Teaser[] => {
    const id = attributeOf(element, 'NewsItem');
    if (!id) return [];
    const dispatchId = /^[\w.-]+:\d{8}[^:]*:/.test(id) ? `urn:newsml:${id}` : id;
    return [{ text: lineText(element) ?? id, certain: true, dispatchId }];
  });
}
