import type { Block } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  everyElement,
  find,
  findAll,
  lineText,
  type MarkupElement,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { textToBlocks } from '../../markup/plain-blocks.ts';
import type { Facts, Subject } from '../../story/facts.ts';
import type { XmlShape } from '../generic/xml.ts';

/** Factiva's XML of Dow Jones (`DistDoc`): the answer item, the data, and the text in `ArchiveDoc`. Fields have ids (`fid`). */
export const factiva: XmlShape = {
  name: 'factiva',
  label: 'Factiva',
  isRoot: (name) => name === 'DistDoc',
  stories: (root) => [{ read: () => documentFacts(root) }],
};

function documentFacts(root: MarkupElement): Facts {
  const fields = fieldsOf(root);
  const text = (id: string) => (fields.get(id) ?? []).map(lineText).find(Boolean);
  const value = (id: string) => (fields.get(id) ?? []).map((field) => attributeOf(field, 'value')).find(Boolean);
  const article = find(at(root, 'ArchiveDoc'), 'Article');
  const names = (id: string) => distinct((fields.get(id) ?? []).flatMap((set) => findAll(set, 'CodeD').map(lineText)));
  return {
    guid: value('an') ?? attributeOf(root, 'an') ?? text('id'),
    version: value('rvn'),
    headline: text('hd'),
    kicker: text('clm'),
    byline: text('by'),
    categories: [text('se'), ...(fields.get('ns') ?? []).flatMap((set) => findAll(set, 'Code')).map(subjectOf)],
    keywords: [...names('co'), ...names('re')],
    language: attributeOf(article, 'lang') ?? value('la'),
    providers: [text('sn'), text('cr'), text('pub')],
    times: [timeOf(value('upd'), value('upt')), timeOf(value('pd'), value('pt'))],
    statusWord: /^del/i.test(attributeOf(root, 'action') ?? '') ? 'deleted' : undefined,
    body: bodyOf(root, article),
    notes: [{ text: lineText(find(article, 'Contact')), kind: 'contact' }, { text: lineText(find(article, 'Notes')) }],
    rights: [text('cy')],
    isAgency: true,
  };
}

/** Subjects that say how Factiva sorts a text, not what it is about. */
const SORTS = /^(?:content types|factiva filters|.* filters?)$/iu;

const subjectOf = (code: MarkupElement): Subject => {
  const name = lineText(find(code, 'CodeD'));
  const letters = attributeOf(code, 'value');
  return {
    name: name !== undefined && SORTS.test(name) ? undefined : name,
    code: letters === undefined ? undefined : `factiva:${letters}`,
  };
};

/** The fields of a document by id, in its order. */
function fieldsOf(root: MarkupElement): ReadonlyMap<string, readonly MarkupElement[]> {
  const fields = new Map<string, MarkupElement[]>();
  for (const element of everyElement(root)) {
    const id = attributeOf(element, 'fid');
    if (id === undefined) continue;
    const known = fields.get(id);
    if (known) known.push(element);
    else fields.set(id, [element]);
  }
  return fields;
}

/** `20260314` and `080355`, which is Greenwich time. */
const timeOf = (day: string | undefined, clock: string | undefined): string | undefined =>
  day && clock && /^\d{6}$/.test(clock) ? `${day}T${clock}Z` : day;

/** Lead and further paragraphs; the snippet where the text is not licensed. */
function bodyOf(root: MarkupElement, article: MarkupElement | undefined): Block[] {
  const parts = [find(article, 'LeadPara'), find(article, 'TailParas')];
  const paragraphs = parts.flatMap((part) => childrenOf(part, 'Para'));
  return (paragraphs.length > 0 ? paragraphs : findAll(find(root, 'Snippet'), 'Para')).flatMap(paragraphBlocks);
}

const paragraphBlocks = (paragraph: MarkupElement): Block[] =>
  /^preformat/i.test(attributeOf(paragraph, 'display') ?? '')
    ? textToBlocks(rawText(paragraph))
    : blocksOf([{ ...paragraph, name: 'p' }]);
