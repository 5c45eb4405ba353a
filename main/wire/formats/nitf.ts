import { message } from '../../../preload/contract/messages.ts';
import { agencyTime, firstTime } from '../agencies/agency-time.ts';
import type { Block, Note, Teaser } from '../dispatch.ts';
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
import {
  completeDraft,
  distinctNotes,
  type Found,
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
import { subjectName } from '../story/iptc-subjects.ts';
import { withKillOfHeadline } from '../story/kill-headline.ts';
import { killReferences } from '../story/kill-number.ts';
import { notAStory, readEach, xmlFormat } from '../story/xml-format.ts';

/** NITF, the IPTC's News Industry Text Format 3.x (iptc.org/std/NITF). */
export const nitfReader = {
  name: 'nitf',
  isRoot: (name: string) => name === 'nitf',
  read: (root: MarkupElement) =>
    readEach(
      [root],
      (item) =>
        completeDraft(withKillOfHeadline(nitfFound(item))) ?? notAStory(message('format.no-text', { format: 'NITF' })),
    ),
} as const;

export const nitf = xmlFormat(nitfReader);

/** What a NITF document says; also used for NITF inside NewsML. */
export function nitfFound(root: MarkupElement): Found {
  const head = at(root, 'head');
  const docdata = at(head, 'docdata');
  const bodyHead = at(root, 'body', 'body.head');
  const hl1 = lineText(find(at(bodyHead, 'hedline'), 'hl1')) ?? lineText(at(head, 'title'));
  const hl2 = lineText(at(bodyHead, 'hedline', 'hl2'));
  const source = sourceOf(head, docdata, bodyHead);
  const zones = [
    metaOf(head, 'ntb-dato') ? 'ntb' : undefined,
    metaOf(head, 'aap-selectors') ? 'aap' : undefined,
    source,
  ];
  // ANSA writes its sub-headline where the byline belongs.
  const ansa = source === 'ANSA';
  const issue = attributeOf(at(docdata, 'date.issue'), 'norm');
  const publication = attributeOf(find(head, 'pubdata'), 'date.publication');
  const storyDate = attributeOf(find(bodyHead, 'story.date'), 'norm');
  const time = firstTime([issue, publication, storyDate, metaOf(head, 'timestamp')], ...zones);
  const management = attributeOf(docdata, 'management-status');
  const information = attributeOf(at(docdata, 'ed-msg'), 'info');
  const release = releaseOf(attributeOf(at(docdata, 'date.release'), 'norm'), time.iso, zones);
  const status = statusOf(management);
  const held = status !== 'usable' && status !== 'embargoed';
  const embargoed = status === 'embargoed' || release !== undefined || speaksOfEmbargo(information);
  const meant = attributeOf(docdata, 'management-doc-idref');
  const duKey = at(docdata, 'du-key');
  const guid = identityOf(docdata);
  const named = attributeOf(at(docdata, 'correction'), 'id-string');
  const corrected = named === guid ? undefined : named;
  const body = nitfBody(root);
  return {
    guid,
    headline: hl1,
    subhead: ansa ? lineText(at(bodyHead, 'byline')) : hl2 === hl1 ? undefined : hl2,
    slug: slugOf(head, docdata),
    byline: ansa ? undefined : bylineOf(bodyHead),
    dateline: datelineOf(at(bodyHead, 'dateline')),
    categories: categoriesOf(head),
    keywords: keywordsOf(docdata),
    urgency: urgencyOf(attributeOf(find(head, 'urgency'), 'ed-urg')),
    language: languageOf(attributeOf(root, 'xml:lang') ?? attributeOf(find(at(root, 'body'), 'lang'), 'lang')),
    source,
    number: metaOf(head, 'anpa-sequence'),
    version: versionOf(attributeOf(duKey, 'version')) ?? versionOf(attributeOf(duKey, 'generation')),
    status: held ? status : embargoed ? 'embargoed' : 'usable',
    embargoUntil: release ?? (embargoed ? embargoTimeIn(information, source, time.iso) : undefined),
    signal: signalOf([
      illustrates(root) ? 'advisory' : undefined,
      at(docdata, 'correction') ? 'correction' : undefined,
      ...revisionWords(head),
      attributeOf(find(head, 'tobject.property'), 'tobject.property.type'),
    ]),
    publishedAt: time.iso,
    publishedRaw: time.raw,
    body,
    notes: notesOf(root, head, docdata, held, embargoed, information),
    related: relatedOf(root),
    refersTo:
      meant && meant !== guid
        ? [{ relation: status === 'killed' ? 'kills' : status === 'withheld' ? 'holds' : 'updates', id: meant }]
        : corrected
          ? [{ relation: 'corrects', id: corrected }]
          : referencesInWords(information, body),
    warnings: time.warning ? [time.warning] : [],
  } satisfies Found;
}

const metaOf = (head: MarkupElement | undefined, name: string): string | undefined =>
  childrenOf(head, 'meta')
    .filter((meta) => attributeOf(meta, 'name')?.toLowerCase() === name.toLowerCase())
    .map((meta) => attributeOf(meta, 'content'))[0];

/** `date.release` is an embargo only when it lies after the issue: most agencies repeat the issue time there. */
function releaseOf(
  raw: string | undefined,
  issued: string | undefined,
  zones: (string | undefined)[],
): string | undefined {
  const release = agencyTime(raw, ...zones).iso;
  return release && issued && Date.parse(release) > Date.parse(issued) ? release : undefined;
}

function sourceOf(head?: MarkupElement, docdata?: MarkupElement, bodyHead?: MarkupElement): string {
  const holder = attributeOf(at(docdata, 'doc.copyright'), 'holder')?.replace(/[.,]? all rights reserved.*$/i, '');
  const candidates = [
    attributeOf(find(docdata, 'from-src'), 'src-name'),
    metaOf(head, 'NTBKilde'),
    holder,
    lineText(at(bodyHead, 'distributor')),
    lineText(find(at(bodyHead, 'rights'), 'rights.owner')),
    attributeOf(at(docdata, 'doc-id'), 'regsrc'),
    attributeOf(at(docdata, 'doc.rights'), 'agent'),
  ];
  return candidates.map(providerName).find((name) => name !== undefined) ?? 'NITF';
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

/** NTB appends the version to the id: the unique key it begins with is what stays. */
function identityOf(docdata?: MarkupElement): string | undefined {
  const id = attributeOf(at(docdata, 'doc-id'), 'id-string');
  const key = attributeOf(at(docdata, 'du-key'), 'key');
  return key && id?.startsWith(`${key}_`) ? key : id;
}

function bylineOf(bodyHead?: MarkupElement): string | undefined {
  const bylines = childrenOf(bodyHead, 'byline').map((byline) => {
    const parts = distinct(findAll(byline, 'person', 'byttl').map(lineText));
    return parts.length > 1 ? parts.join(', ') : lineText(byline);
  });
  return distinct(bylines).join(', ') || undefined;
}

function datelineOf(dateline?: MarkupElement): string | undefined {
  const location = at(dateline, 'location');
  if (!dateline) return undefined;
  return lineText(find(location, 'city')) ?? lineText(location) ?? lineText(textOnly(dateline));
}

/** An element without its elements: mixed content next to `story.date`, which is a time and no place. */
const textOnly = (element: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children.filter((node) => typeof node === 'string'),
});

function categoriesOf(head?: MarkupElement): string[] {
  const subjects = findAll(head, 'tobject.subject').flatMap((subject) => {
    const named = ['type', 'matter', 'detail'].map((part) => attributeOf(subject, `tobject.subject.${part}`));
    return named.some(Boolean) ? named : [subjectName(attributeOf(subject, 'tobject.subject.refnum'))];
  });
  const type = attributeOf(find(head, 'tobject'), 'tobject.type');
  const scopes = findAll(head, 'doc-scope').map((scope) => attributeOf(scope, 'scope'));
  return distinct([type?.toLowerCase() === 'news' ? undefined : type, ...subjects, ...scopes]);
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
  held: boolean,
  embargoed: boolean,
  information: string | undefined,
): Note[] {
  const comments = findAll(head, 'revision-history').map((revision) => attributeOf(revision, 'comment'));
  const kind = held ? 'reason' : embargoed && speaksOfEmbargo(information) ? 'embargo' : 'editor';
  return distinctNotes([
    ...note(kind, information),
    ...comments.flatMap((comment) => note(/correct/i.test(comment ?? '') ? 'correction' : 'editor', comment)),
    ...note('correction', attributeOf(find(docdata, 'correction'), 'info')),
    ...findAll(root, 'note')
      .filter(isDeskNote)
      .flatMap((found) => note('editor', lineText(found))),
    ...findAll(docdata, 'ed-msg')
      .slice(1)
      .flatMap((message) => note('editor', attributeOf(message, 'info'))),
  ]);
}

/** `note`: `noteclass` editorsnote, or `type` npa ("non-publishable advisory"), speaks to the desk (NITF 3.6, note). */
const isDeskNote = (element: MarkupElement): boolean =>
  element.name === 'note' &&
  (attributeOf(element, 'noteclass') === 'editorsnote' || attributeOf(element, 'type') === 'npa');

/** The text of a NITF document; where it has none but a summary, that; of pictures and films their captions. */
export function nitfBody(root: MarkupElement): Block[] {
  const blocks = bodyBlocks(root);
  if (blocks.length > 0) return blocks;
  const summary = blocksOf(at(root, 'body', 'body.head', 'abstract')?.children ?? []);
  return summary.length > 0 ? summary : findAll(root, 'media-caption').flatMap((caption) => blocksOf(caption.children));
}

/** A picture or a film with nothing but its caption, a notice rather than a story. */
const illustrates = (root: MarkupElement): boolean =>
  find(root, 'media-caption') !== undefined &&
  bodyBlocks(root).length === 0 &&
  at(root, 'body', 'body.head', 'abstract') === undefined;

/** `body.content`, or the whole body where an agency leaves that out. */
function bodyBlocks(root: MarkupElement): Block[] {
  const content = at(root, 'body', 'body.content') ?? find(at(root, 'body'), 'body.content');
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

function referencesInWords(information: string | undefined, body: readonly Block[]): Draft['refersTo'] {
  const first = body.slice(0, 3).map((block) => ('text' in block ? block.text : ''));
  const references = killReferences(information, ...first);
  return references.length > 0 ? references : undefined;
}
