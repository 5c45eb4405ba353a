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
import type { Facts, FoundNote, Subject } from '../../story/facts.ts';
import { subjectName } from '../../story/topics.ts';
import { isHeld, statusOf, urgencyOf } from '../../story/words.ts';
import type { XmlShape } from '../generic/xml.ts';
import { nitfFacts } from '../nitf.ts';
import { otherLanguages } from './languages.ts';
import { itemText } from './stories.ts';

/** NewsML 1.0–1.2 of the IPTC; several items may stand in one file. */
export const newsml1: XmlShape = {
  name: 'newsml1',
  label: 'NewsML',
  isRoot: (name) => name === 'NewsML',
  stories: (root) => {
    const envelope = at(root, 'NewsEnvelope');
    return childrenOf(root, 'NewsItem').map((item) => ({
      item: describe(item),
      read: () => itemFacts(item, envelope),
    }));
  },
};

const formalName = (element: MarkupElement | undefined): string | undefined => attributeOf(element, 'FormalName');

function describe(item: MarkupElement): string {
  const kind = formalName(at(item, 'NewsManagement', 'NewsItemType')) ?? 'item';
  const media = distinct(findAll(item, 'MediaType').map(formalName)).join(', ');
  return media ? `${kind} (${media})` : kind;
}

function itemFacts(item: MarkupElement, envelope: MarkupElement | undefined): Facts {
  const management = at(item, 'NewsManagement');
  const lines = (name: string) => distinct(findAll(item, name).map(lineText));
  const text = itemText(item);
  const language = formalName(find(item, 'Language')) ?? languageAttribute(item);
  const inner: Facts = text?.nitf ? nitfFacts(text.nitf) : {};
  return {
    guid: identityOf(item),
    version: lineText(find(item, 'RevisionId')),
    headline: lines('HeadLine')[0] ?? inner.headline,
    subhead: lines('SubHeadLine')[0] ?? inner.subhead,
    slug: lines('SlugLine')[0] ?? lineText(at(item, 'Identification', 'NameLabel')),
    dateline: lines('DateLine')[0] ?? inner.dateline,
    byline: lines('ByLine')[0] ?? inner.byline,
    categories: [...categoriesOf(item), ...(inner.categories ?? [])],
    keywords: keywordsOf(item),
    urgency: itemUrgency(item, envelope) ?? inner.urgency,
    language,
    providers: providersOf(item, envelope),
    clocks: [lineText(find(item, 'ProviderId'))],
    times: [
      ...['ThisRevisionCreated', 'FirstCreated'].map((name) => lineText(at(management, name))),
      lineText(at(item, 'Identification', 'NewsIdentifier', 'DateId')),
      lineText(at(envelope, 'DateAndTime')),
    ],
    statusWord: statusWordOf(management),
    releaseTime: embargoEnd(management),
    isNotice: text?.illustrates ?? false,
    body: text?.body ?? [],
    notes: [...editorLines(item), ...(inner.notes ?? [])],
    rights: lines('CopyrightLine'),
    related: relatedOf(management),
    warnings: otherLanguages(item, languageAttribute(item)),
    isAgency: true,
  };
}

/**
 * ProviderId, DateId and NewsItemId identify the item over all revisions (NewsML 1.2, NewsIdentifier). A Duid is unique in its file
 * only.
 */
function identityOf(item: MarkupElement): string | undefined {
  const [provider, date, id] = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => lineText(find(item, name)));
  if (provider && id) return ['urn:newsml', provider, ...(date ? [date] : []), id].join(':');
  return lineText(find(item, 'guid')) ?? lineText(find(item, 'PublicIdentifier'));
}

/** The status of the item, or an instruction that kills or withholds it. */
function statusWordOf(management: MarkupElement | undefined): string | undefined {
  const status = formalName(at(management, 'Status'));
  if (statusOf(status) !== 'usable') return status;
  const instructions = childrenOf(management, 'Instruction').map(formalName);
  return instructions.find((instruction) => isHeld(statusOf(instruction))) ?? status;
}

/** `StatusWillChange` has the time when an embargoed item becomes usable. */
function embargoEnd(management: MarkupElement | undefined): string | undefined {
  const change = at(management, 'StatusWillChange');
  if (statusOf(formalName(at(management, 'Status'))) !== 'embargoed') return undefined;
  const future = formalName(at(change, 'FutureStatus'));
  if (future !== undefined && statusOf(future) !== 'usable') return undefined;
  return lineText(at(change, 'DateAndTime'));
}

function itemUrgency(item: MarkupElement, envelope: MarkupElement | undefined): number | undefined {
  const urgency = find(at(item, 'NewsManagement'), 'Urgency');
  const priority = formalName(at(envelope, 'Priority'));
  const property = propertyValues(item, 'Priority')[0];
  return (
    urgencyOf(formalName(urgency) ?? lineText(urgency)) ??
    // 9 means "user-defined" in the envelope.
    urgencyOf(priority === '9' ? undefined : priority) ??
    urgencyOf(property)
  );
}

const propertyValues = (item: MarkupElement, ...names: readonly string[]): (string | undefined)[] =>
  findAll(item, 'Property')
    .filter((property) => names.includes(formalName(property) ?? ''))
    .map((property) => attributeOf(property, 'Value'));

function providersOf(item: MarkupElement, envelope: MarkupElement | undefined): readonly (string | undefined)[] {
  const administrative = findAll(item, 'AdministrativeMetadata');
  const party = (name: string) => administrative.map((metadata) => formalName(find(at(metadata, name), 'Party')));
  return [
    ...party('Provider'),
    formalName(find(at(envelope, 'SentFrom'), 'Party')),
    ...party('Source'),
    lineText(find(item, 'CreditLine')),
    lineText(find(item, 'ProviderId'))?.replace(/^www\./, ''),
  ];
}

const languageAttribute = (item: MarkupElement): string | undefined =>
  [item, ...findAll(item, 'NewsComponent', 'HeadLine')]
    .map((element) => attributeOf(element, 'xml:lang'))
    .find(Boolean);

function categoriesOf(item: MarkupElement): (string | Subject | undefined)[] {
  const subjects = findAll(item, 'Subject', 'SubjectMatter', 'SubjectDetail');
  const topics = findAll(item, 'Topic').map((topic) => {
    const descriptions = childrenOf(topic, 'Description').filter(
      (found) => attributeOf(found, 'Variant') !== 'Category',
    );
    return lineText(descriptions.find((found) => attributeOf(found, 'xml:lang') === 'en') ?? descriptions[0]);
  });
  const coded = subjects.flatMap((subject) => {
    const code = formalName(subject);
    return [
      { code: attributeOf(subject, 'cat') },
      /^\d*$/.test(code ?? '') || subjectName(code) !== undefined ? { code } : { code, name: code },
    ];
  });
  const rubrics = itemKeywords(item).flatMap((word) => RUBRIC.exec(word)?.groups?.name ?? []);
  return [...topics, ...coded, ...rubrics, ...propertyValues(item, 'BWCategoryKeywords')];
}

/** TASS names its rubrics among the keywords: `itartassrubric_ECONOMY`. */
const RUBRIC = /^itartassrubric_(?<name>.+)$/;
const itemKeywords = (item: MarkupElement): string[] => distinct(findAll(item, 'item_keyword').map(lineText));

const keywordsOf = (item: MarkupElement): string[] =>
  distinct([
    ...propertyValues(item, 'Keyword', 'BWIndustryKeywords'),
    ...findAll(item, 'KeywordLine').map(lineText),
    ...itemKeywords(item).filter((word) => !RUBRIC.test(word)),
  ]);

/** Notes to the desk: instructions in words, and news lines of such a type. */
function editorLines(item: MarkupElement): FoundNote[] {
  const instructions = childrenOf(at(item, 'NewsManagement'), 'Instruction').map(lineText);
  const newsLines = findAll(item, 'NewsLine')
    .filter((line) => /edit|advis|note|instruction|correct/i.test(formalName(at(line, 'NewsLineType')) ?? ''))
    .map((line) => lineText(at(line, 'NewsLineText')));
  return [...instructions, ...newsLines, ...findAll(item, 'EdNote', 'EditorNote').map(lineText)].map((text) => ({
    text,
  }));
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
