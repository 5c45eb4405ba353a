import { agencyTime } from '../agencies/agency-time.ts';
import type { Block, Reference, Teaser } from '../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
} from '../markup/markup.ts';
import { blocksOf } from '../markup/markup-blocks.ts';
import { safeHref } from '../markup/rich-text.ts';
import type { Facts, FoundNote, Subject } from '../story/facts.ts';
import { providerName } from '../story/source.ts';
import { statusOf } from '../story/words.ts';
import type { XmlShape } from './generic/xml.ts';

/** NITF, the IPTC's News Industry Text Format 3.x (iptc.org/std/NITF). */
export const nitf: XmlShape = {
  name: 'nitf',
  label: 'NITF',
  isRoot: (name) => name === 'nitf',
  stories: (root) => [{ read: () => nitfFacts(root) }],
};

/** What a NITF document says; also used for NITF inside NewsML. */
export function nitfFacts(root: MarkupElement): Facts {
  const head = at(root, 'head');
  const docdata = at(head, 'docdata');
  const bodyHead = at(root, 'body', 'body.head');
  const hl1 = lineText(find(at(bodyHead, 'hedline'), 'hl1')) ?? lineText(at(head, 'title'));
  const hl2 = lineText(at(bodyHead, 'hedline', 'hl2'));
  const providers = providersOf(head, docdata, bodyHead);
  const clocks = [
    metaOf(head, 'ntb-dato') ? 'ntb' : undefined,
    metaOf(head, 'aap-selectors') ? 'aap' : undefined,
    ...providers,
  ];
  // ANSA puts its sub-headline into the byline.
  const isAnsa = providers.map(providerName).find(Boolean) === 'ANSA';
  const issue = attributeOf(at(docdata, 'date.issue'), 'norm');
  const publication = attributeOf(find(head, 'pubdata'), 'date.publication');
  const storyDate = attributeOf(find(bodyHead, 'story.date'), 'norm');
  const duKey = at(docdata, 'du-key');
  return {
    guid: identityOf(docdata),
    headline: hl1,
    subhead: isAnsa ? lineText(at(bodyHead, 'byline')) : hl2 === hl1 ? undefined : hl2,
    slug: slugOf(head, docdata),
    byline: isAnsa ? undefined : bylineOf(bodyHead),
    dateline: datelineOf(at(bodyHead, 'dateline')),
    categories: categoriesOf(head),
    keywords: keywordsOf(docdata),
    urgency: attributeOf(find(head, 'urgency'), 'ed-urg'),
    language: attributeOf(root, 'xml:lang') ?? attributeOf(find(at(root, 'body'), 'lang'), 'lang'),
    providers,
    clocks,
    number: metaOf(head, 'anpa-sequence'),
    version: attributeOf(duKey, 'version') ?? attributeOf(duKey, 'generation'),
    times: [issue, publication, storyDate, metaOf(head, 'timestamp')],
    statusWord: attributeOf(docdata, 'management-status'),
    releaseTime: releaseOf(attributeOf(at(docdata, 'date.release'), 'norm'), issue, clocks),
    signals: [
      at(docdata, 'correction') ? 'correction' : undefined,
      ...revisionWords(head),
      attributeOf(find(head, 'tobject.property'), 'tobject.property.type'),
    ],
    isNotice: illustrates(root),
    body: nitfBody(root),
    notes: notesOf(root, head, docdata),
    related: relatedOf(root),
    references: referencesOf(docdata),
    isAgency: true,
  };
}

function referencesOf(docdata: MarkupElement | undefined): Reference[] {
  const guid = identityOf(docdata);
  const status = statusOf(attributeOf(docdata, 'management-status'));
  const meant = attributeOf(docdata, 'management-doc-idref');
  if (meant && meant !== guid) {
    return [{ relation: status === 'killed' ? 'kills' : status === 'withheld' ? 'holds' : 'updates', id: meant }];
  }
  const corrected = attributeOf(at(docdata, 'correction'), 'id-string');
  return corrected && corrected !== guid ? [{ relation: 'corrects', id: corrected }] : [];
}

const metaOf = (head: MarkupElement | undefined, name: string): string | undefined =>
  childrenOf(head, 'meta')
    .filter((meta) => attributeOf(meta, 'name')?.toLowerCase() === name.toLowerCase())
    .map((meta) => attributeOf(meta, 'content'))[0];

/** `date.release` is an embargo only if later than the issue: most agencies repeat the time of issue there. */
function releaseOf(
  raw: string | undefined,
  issue: string | undefined,
  clocks: readonly (string | undefined)[],
): string | undefined {
  const release = agencyTime(raw, ...clocks).iso;
  const issued = agencyTime(issue, ...clocks).iso;
  return release && issued && Date.parse(release) > Date.parse(issued) ? release : undefined;
}

function providersOf(
  head?: MarkupElement,
  docdata?: MarkupElement,
  bodyHead?: MarkupElement,
): readonly (string | undefined)[] {
  const holder = attributeOf(at(docdata, 'doc.copyright'), 'holder')?.replace(/[.,]? all rights reserved.*$/is, '');
  return [
    attributeOf(find(docdata, 'from-src'), 'src-name'),
    metaOf(head, 'NTBKilde'),
    holder,
    lineText(at(bodyHead, 'distributor')),
    lineText(find(at(bodyHead, 'rights'), 'rights.owner')),
    attributeOf(at(docdata, 'doc-id'), 'regsrc'),
    attributeOf(at(docdata, 'doc.rights'), 'agent'),
  ];
}

function slugOf(head?: MarkupElement, docdata?: MarkupElement): string | undefined {
  return (
    attributeOf(at(docdata, 'du-key'), 'key') ??
    metaOf(head, 'anpa-keyword') ??
    metaOf(head, 'NTBStikkord') ??
    attributeOf(at(docdata, 'fixture'), 'fix-id') ??
    attributeOf(at(docdata, 'series'), 'series.name')
  );
}

/** NTB appends the version to the id, which starts with a key that stays the same. */
function identityOf(docdata?: MarkupElement): string | undefined {
  const id = attributeOf(at(docdata, 'doc-id'), 'id-string');
  const key = attributeOf(at(docdata, 'du-key'), 'key');
  return key && id?.startsWith(`${key}_`) ? key : id;
}

function bylineOf(bodyHead?: MarkupElement): string | undefined {
  const bylines = childrenOf(bodyHead, 'byline').map((byline) => {
    const people = distinct(findAll(byline, 'person').map(lineText));
    const names = people.length > 1 ? people : [lineText(withoutTitles(byline))?.replace(/(?<![\s,;])[\s,;]+$/, '')];
    return distinct([...names, ...findAll(byline, 'byttl').map(lineText)]).join(', ');
  });
  return distinct(bylines).join(', ') || undefined;
}

/** `byttl` holds what the author does. */
const withoutTitles = (element: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children.flatMap((node) =>
    typeof node === 'string' ? node : node.name === 'byttl' ? [] : withoutTitles(node),
  ),
});

function datelineOf(dateline?: MarkupElement): string | undefined {
  const location = at(dateline, 'location');
  if (!dateline) return undefined;
  return lineText(find(location, 'city')) ?? lineText(location) ?? lineText(textOnly(dateline));
}

/** The text of an element without its child elements: `story.date` inside it is a time, not a place. */
const textOnly = (element: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children.filter((node) => typeof node === 'string'),
});

function categoriesOf(head?: MarkupElement): (string | Subject | undefined)[] {
  const subjects = findAll(head, 'tobject.subject').flatMap((subject) => {
    const named = ['type', 'matter', 'detail'].map((part) => attributeOf(subject, `tobject.subject.${part}`));
    const code = attributeOf(subject, 'tobject.subject.refnum');
    const [first, ...others] = distinct(named);
    return [{ name: first, code }, ...others, { code: attributeOf(subject, 'tobject.subject.code') }];
  });
  const type = attributeOf(find(head, 'tobject'), 'tobject.type');
  // ANSA: `<meta name="category_iptc" content="04000000"/>`.
  const codes = findAll(head, 'meta')
    .filter((meta) => attributeOf(meta, 'name') === 'category_iptc')
    .map((meta) => ({ code: attributeOf(meta, 'content') }));
  const scopes = findAll(head, 'doc-scope').map((scope) => attributeOf(scope, 'scope'));
  return [type?.toLowerCase() === 'news' ? undefined : type, ...subjects, ...codes, ...scopes];
}

const keywordsOf = (docdata?: MarkupElement): string[] =>
  distinct(findAll(docdata, 'keyword').map((word) => attributeOf(word, 'key') ?? lineText(word)));

const revisionWords = (head?: MarkupElement): string[] =>
  findAll(head, 'revision-history')
    .map((revision) => attributeOf(revision, 'comment') ?? '')
    .filter((comment) => comment !== '')
    .map((comment) => (/correct/i.test(comment) ? 'correction' : 'update'));

function notesOf(
  root: MarkupElement,
  head: MarkupElement | undefined,
  docdata: MarkupElement | undefined,
): FoundNote[] {
  const [information, ...others] = findAll(docdata, 'ed-msg').map((message) => attributeOf(message, 'info'));
  const comments = findAll(head, 'revision-history').map((revision) => attributeOf(revision, 'comment'));
  return [
    { text: information },
    ...comments.map((text) => ({ text })),
    { text: attributeOf(find(docdata, 'correction'), 'info'), kind: 'correction' },
    ...findAll(root, 'note')
      .filter(isDeskNote)
      .map((found) => ({ text: lineText(found), kind: 'editor' as const })),
    ...others.map((text) => ({ text })),
  ];
}

/** `note`: `noteclass` editorsnote, or `type` npa ("non-publishable advisory"), speaks to the desk (NITF 3.6, note). */
const isDeskNote = (element: MarkupElement): boolean =>
  element.name === 'note' &&
  (attributeOf(element, 'noteclass') === 'editorsnote' || attributeOf(element, 'type') === 'npa');

/** The text of a NITF document; without one its summary, else the captions of its pictures and films. */
export function nitfBody(root: MarkupElement): Block[] {
  const blocks = bodyBlocks(root);
  if (blocks.length > 0) return blocks;
  const summary = blocksOf(at(root, 'body', 'body.head', 'abstract')?.children ?? []);
  return summary.length > 0 ? summary : findAll(root, 'media-caption').flatMap((caption) => blocksOf(caption.children));
}

/** True for a picture or a film with only a caption: a notice, not a story. */
const illustrates = (root: MarkupElement): boolean =>
  find(root, 'media-caption') !== undefined &&
  bodyBlocks(root).length === 0 &&
  at(root, 'body', 'body.head', 'abstract') === undefined;

/** `body.content`, or the whole body if an agency leaves that out. */
function bodyBlocks(root: MarkupElement): Block[] {
  const content = at(root, 'body', 'body.content') ?? find(root, 'body.content');
  if (content) return blocksOf(content.children, { without: isDeskNote });
  return blocksOf(
    (at(root, 'body')?.children ?? []).filter((node) => typeof node === 'string' || node.name !== 'body.head'),
  );
}

function relatedOf(root: MarkupElement): Teaser[] {
  const links = findAll(find(root, 'body.end'), 'a');
  return links.flatMap((link): Teaser[] => {
    const text = lineText(link);
    return text && safeHref(attributeOf(link, 'href')) ? [{ text, certain: true }] : [];
  });
}
