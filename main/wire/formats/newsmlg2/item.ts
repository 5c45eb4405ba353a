import type { Reference, Teaser } from '../../dispatch.ts';
import { at, attributeOf, childrenOf, distinct, find, lineText, type MarkupElement } from '../../markup/markup.ts';
import type { Facts } from '../../story/facts.ts';
import { languageOf } from '../../story/words.ts';
import { ownLanguageFirst } from './language.ts';
import { itemNotes } from './notes.ts';
import { categoriesOf } from './subjects.ts';
import { itemText } from './text.ts';

/** The facts of a NewsML-G2 item of any kind. */
export function itemFacts(item: MarkupElement, header: MarkupElement | undefined): Facts {
  const meta = at(item, 'itemMeta');
  const content = at(item, 'contentMeta');
  const language = languageOf(attributeOf(at(content, 'language'), 'tag') ?? attributeOf(item, 'xml:lang'));
  const text = itemText(item, language);
  const headlines = ownLanguageFirst(childrenOf(content, 'headline'), language);
  const genres = childrenOf(content, 'genre').flatMap((genre) => childrenOf(genre, 'name').map(lineText));
  return {
    guid: attributeOf(item, 'guid'),
    version: attributeOf(item, 'version'),
    headline: headlineOf(headlines) ?? text.headline ?? lineText(at(meta, 'title')),
    kicker:
      lineText(headlines.find((line) => /kicker|overline|catch/i.test(attributeOf(line, 'role') ?? ''))) ?? text.kicker,
    subhead: lineText(headlines.find((line) => /sub/i.test(attributeOf(line, 'role') ?? ''))),
    slug: childrenOf(content, 'slugline').map(lineText).find(Boolean),
    dateline: lineText(at(content, 'dateline')) ?? text.dateline,
    byline: distinct(childrenOf(content, 'by').map(lineText)).join(', ') || text.byline,
    categories: categoriesOf(item, header, language),
    keywords: childrenOf(content, 'keyword').map(lineText),
    urgency: lineText(at(content, 'urgency')),
    language,
    providers: providersOf(item, header),
    number: numberOf(content),
    times: [
      lineText(at(meta, 'versionCreated')),
      lineText(at(content, 'contentModified')),
      lineText(at(content, 'contentCreated')),
      lineText(at(meta, 'firstCreated')),
      lineText(at(header, 'sent')),
    ],
    statusWord: statusWordOf(meta),
    // An empty element should mean "end unknown", but is also sent with usable items: the status has to say so too.
    releaseTime: lineText(at(meta, 'embargoed')),
    signals: childrenOf(meta, 'signal').map(
      (signal) =>
        attributeOf(signal, 'qcode') ??
        attributeOf(signal, 'uri')?.replace(/^.*\//, '') ??
        attributeOf(signal, 'literal'),
    ),
    genres: distinct(genres),
    body: text.body,
    notes: itemNotes(meta),
    rights: childrenOf(at(item, 'rightsInfo'), 'copyrightNotice').slice(0, 1).map(lineText),
    related: relatedOf(meta),
    references: linkedReferences(meta),
    isAgency: true,
  };
}

function headlineOf(headlines: readonly MarkupElement[]): string | undefined {
  const plain = headlines.filter(
    (line) => !/sub|kicker|overline|catch|short|seo/i.test(attributeOf(line, 'role') ?? ''),
  );
  return [...plain, ...headlines].map(lineText).find(Boolean);
}

/** STT kills an item by a signal, everybody else by its status. */
function statusWordOf(meta: MarkupElement | undefined): string | undefined {
  const removed = childrenOf(meta, 'signal').some((signal) =>
    /instruct:remove$/.test(attributeOf(signal, 'qcode') ?? ''),
  );
  const status = at(meta, 'pubStatus');
  return removed
    ? 'killed'
    : (attributeOf(status, 'qcode') ??
        attributeOf(status, 'uri') ??
        attributeOf(status, 'literal') ??
        lineText(status));
}

/** `nprov:dpa` of the IPTC's and dpa's own lists is the well-known short name of a provider; other codes mean nothing to people. */
const knownCode = (element: MarkupElement | undefined): string | undefined =>
  /^(?:nprov|dnlprov):\S+$/.exec(attributeOf(element, 'qcode') ?? '')?.[0];

const namesOf = (element: MarkupElement | undefined): (string | undefined)[] =>
  element
    ? [
        lineText(at(element, 'name')),
        attributeOf(element, 'literal'),
        attributeOf(element, 'qcode'),
        attributeOf(element, 'uri'),
        lineText(element),
      ]
    : [];

function providersOf(item: MarkupElement, header: MarkupElement | undefined): readonly (string | undefined)[] {
  return [
    knownCode(at(item, 'itemMeta', 'provider')),
    ...namesOf(at(item, 'itemMeta', 'provider')),
    ...namesOf(at(item, 'contentMeta', 'infoSource')),
    lineText(at(item, 'contentMeta', 'creditline')),
    lineText(at(item, 'rightsInfo', 'copyrightHolder', 'name')),
    attributeOf(at(item, 'rightsInfo', 'copyrightHolder'), 'literal'),
    lineText(at(header, 'sender')),
  ];
}

/** The number that a kill would name: dpa's number of the 7901 rendition, AP's friendly key. */
function numberOf(content: MarkupElement | undefined): string | undefined {
  const alternatives = childrenOf(content, 'altId');
  const typed = (pattern: RegExp) => lineText(alternatives.find((id) => pattern.test(attributeOf(id, 'type') ?? '')));
  return (
    typed(/iptc7901id$/i)?.split(':')[6] || typed(/friendlykey$/i) || typed(/runningnumber$/i)?.replace(/^\D+/, '')
  );
}

const RELATIONS: readonly (readonly [RegExp, Reference['relation']])[] = [
  [/kill|cancel|withdraw/i, 'kills'],
  [/correct/i, 'corrects'],
  [/replac|updat|supersed|previousversion|evolvedfrom/i, 'updates'],
];

function linkedReferences(meta: MarkupElement | undefined): Reference[] {
  return childrenOf(meta, 'link').flatMap((link): Reference[] => {
    const relation = RELATIONS.find(([pattern]) => pattern.test(attributeOf(link, 'rel') ?? ''))?.[1];
    const id = attributeOf(link, 'residref') ?? attributeOf(link, 'guidref');
    return relation && id ? [{ relation, id }] : [];
  });
}

/** Linked items and pages with a name or an id, without pictures and short addresses. */
function relatedOf(meta: MarkupElement | undefined): Teaser[] {
  return childrenOf(meta, 'link').flatMap((link): Teaser[] => {
    if (/^(?:image|audio|video)\//.test(attributeOf(link, 'contenttype') ?? '')) return [];
    if (RELATIONS.some(([pattern]) => pattern.test(attributeOf(link, 'rel') ?? ''))) return [];
    const dispatchId = attributeOf(link, 'residref') ?? attributeOf(link, 'guidref');
    const text =
      lineText(find(link, 'headline')) ?? lineText(find(link, 'title')) ?? dispatchId ?? attributeOf(link, 'href');
    return text ? [{ text, certain: true, ...(dispatchId ? { dispatchId } : {}) }] : [];
  });
}
