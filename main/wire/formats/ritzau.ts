import type { Reference, Teaser } from '../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  findAll,
  lineText,
  type MarkupElement,
  rawText,
} from '../markup/markup.ts';
import { blocksOf } from '../markup/markup-blocks.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../markup/plain-blocks.ts';
import type { Facts, Subject } from '../story/facts.ts';
import type { XmlShape } from './generic/xml.ts';

/** Ritzau's RBNews, single or several in an `XMLNewsQueuedResponse`. */
export const ritzau: XmlShape = {
  name: 'ritzau',
  label: 'RBNews',
  isRoot: (name) => /^(?:RBNews|XMLNewsQueuedResponse|ArrayOfRBNews)$/.test(name),
  stories: (root) => findAll(root, 'RBNews').map((news, index) => ({ item: index + 1, read: () => newsFacts(news) })),
};

const isTrue = (text: string | undefined): boolean => /^(?:true|1)$/i.test(text ?? '');

function newsFacts(news: MarkupElement): Facts {
  const text = (name: string): string | undefined => {
    const element = at(news, name);
    return attributeOf(element, 'nil') === 'true' ? undefined : textOrHtmlToLine(rawText(element));
  };
  const killed = isTrue(text('Annuleret'));
  return {
    guid: text('NewsID') ?? text('HistID'),
    version: text('version'),
    headline: text('headline'),
    subhead: text('subtitle'),
    slug: text('strapline'),
    dateline: datelineOf(text('town'), text('origin')),
    place: text('town'),
    byline: text('byLine'),
    categories: [text('section'), ...namesBelow(at(news, 'IPTCList')).map(subjectOf)],
    keywords: namesBelow(at(news, 'SubjectKeyword')),
    urgency: text('Priority'),
    language: text('language') ?? 'da',
    providers: [text('origin')?.replace(/^\W+|(?<!\W)\W+$/g, '')],
    assumed: { provider: 'Ritzau' },
    clocks: ['Ritzau'],
    times: [text('PublishDate'), text('CreatedDate')],
    statusWord: killed ? 'killed' : text('Status'),
    signals: [
      isTrue(text('Korrektion')) ? 'correction' : undefined,
      isTrue(text('NyVersion')) ? 'update' : undefined,
      isTrue(text('InfoFlash')) ? 'flash' : undefined,
      text('format'),
    ],
    body: bodyOf(at(news, 'content')),
    notes: [
      { text: text('TilRedaktionen') },
      { text: distinct([text('byLineEmail'), text('byLinePhone')]).join(', '), kind: 'contact' },
    ],
    related: relatedOf(at(news, 'Related')),
    references: referencesOf(text, killed),
    isAgency: true,
  };
}

/** Place and agency as in a dateline: `Haag /ritzau/`. */
function datelineOf(town: string | undefined, origin: string | undefined): string | undefined {
  return town ? distinct([town, origin?.startsWith('/') ? origin : undefined]).join(' ') : undefined;
}

function referencesOf(text: (name: string) => string | undefined, killed: boolean): Reference[] {
  const relation = killed ? 'kills' : isTrue(text('Korrektion')) ? 'corrects' : 'updates';
  const ids = distinct([text('replacedID'), text('Replaces')]).filter((id) => id !== '0' && id !== text('NewsID'));
  return ids.map((id) => ({ relation, id }));
}

/** The HTML is text that was escaped once or twice, or elements. */
function bodyOf(content: MarkupElement | undefined): NonNullable<Facts['body']> {
  if (!content) return [];
  const blocks = childrenOf(content).length > 0 ? blocksOf(content.children) : textOrHtmlToBlocks(rawText(content));
  const last = blocks.at(-1);
  return last?.type === 'paragraph' && SIGN_OFF.test(last.text) ? blocks.slice(0, -1) : blocks;
}

/** `/ritzau/`, `/ritzau/AFP/` below the text: who wrote it. */
const SIGN_OFF = /^\/ritzau(?:\/[^/\n]{1,30}){0,3}\/?$/iu;

/** A word, or a Subject Code of the IPTC, which loses its leading zero where it is sent as a number. */
const subjectOf = (entry: string): string | Subject =>
  /^\d{7,8}$/.test(entry) ? { code: entry.padStart(8, '0') } : entry;

/** The names in a list of words or of entries with a name. */
function namesBelow(list: MarkupElement | undefined): string[] {
  return distinct(
    childrenOf(list).map((entry) => lineText(at(entry, 'name')) ?? lineText(at(entry, 'Name')) ?? lineText(entry)),
  );
}

function relatedOf(list: MarkupElement | undefined): Teaser[] {
  return childrenOf(list).flatMap((entry): Teaser[] => {
    const dispatchId = lineText(at(entry, 'NewsID'));
    const text = lineText(at(entry, 'headline')) ?? lineText(entry);
    return text ? [{ text, certain: true, ...(dispatchId ? { dispatchId } : {}) }] : [];
  });
}
