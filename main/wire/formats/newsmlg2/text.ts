import type { Block } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  everyElement,
  find,
  findAll,
  lineText,
  type MarkupElement,
  oneLine,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { looksLikeHtml, textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';
import { nitfBody, nitfFacts } from '../nitf.ts';
import { sportsBlocks } from '../sportsml/tables.ts';
import { ownLanguageFirst } from './language.ts';
import { namedParts } from './named-parts.ts';

export interface ItemText {
  readonly body: Block[];
  readonly headline?: string | undefined;
  readonly kicker?: string | undefined;
  readonly dateline?: string | undefined;
  readonly byline?: string | undefined;
}

/**
 * The text of an item: inline XML (XHTML, NITF), else inline data, else the caption of a picture. Of renditions
 * in several languages, the one in the item's language (NewsML-G2, contentSet).
 */
export function itemText(item: MarkupElement, language: string | undefined): ItemText {
  const sets = at(item, 'contentSet');
  const all = ownLanguageFirst(childrenOf(sets, 'inlineXML'), language);
  const xml = all.find((found) => rawText(found).trim() !== '');
  const nitf = xml && find(xml, 'nitf');
  const named = xml && namedParts(xml);
  const sports = xml && find(xml, 'sports-content');
  const marked = sports ? sportsBlocks(sports) : xml ? xhtmlBlocks(xml) : [];
  const body = nitf && !sports ? nitfBody(nitf) : (named?.body ?? marked);
  const text = body.length > 0 ? body : inlineData(sets, language);
  const settled = text.length > 0 ? text : captions(item);
  const inner = nitf ? nitfFacts(nitf) : undefined;
  return {
    body: settled,
    headline: inner?.headline ?? named?.headline ?? (xml ? lineText(find(xml, 'h1')) : undefined),
    kicker: named?.kicker,
    dateline: inner?.dateline ?? named?.dateline ?? classText(xml, 'dateline'),
    byline: inner?.byline ?? named?.byline ?? classText(xml, 'byline'),
  };
}

const classesOf = (element: MarkupElement): string[] => (attributeOf(element, 'class') ?? '').split(/\s+/);

function classText(root: MarkupElement | undefined, name: string): string | undefined {
  for (const element of everyElement(root)) if (classesOf(element).includes(name)) return lineText(element);
  return undefined;
}

/** XHTML without what has fields of its own: the page's header, the notepad, the dateline. */
function xhtmlBlocks(xml: MarkupElement): Block[] {
  const page = find(xml, 'body') ?? xml;
  return blocksOf(page.children, {
    without: (element) =>
      /^header$/i.test(element.name) ||
      classesOf(element).some((name) => name === 'notepad' || name.startsWith('np-') || name === 'publicationDate'),
  });
}

function inlineData(sets: MarkupElement | undefined, language: string | undefined): Block[] {
  const all = childrenOf(sets, 'inlineData').filter((data) => {
    const type = attributeOf(data, 'contenttype') ?? 'text/plain';
    return (
      /^(?:text|application\/xhtml)/.test(type) && !/headline|slug|title/i.test(attributeOf(data, 'rendition') ?? '')
    );
  });
  const longest = ownLanguageFirst(
    all.sort((a, b) => rawText(b).length - rawText(a).length),
    language,
  )[0];
  if (!longest) return [];
  const text = rawText(longest);
  // ANSA puts plain text, indented as on a teletype, into one `<p>`.
  const bare = text.replace(/<\/?p>/gi, '\n\n');
  return textOrHtmlToBlocks(looksLikeHtml(bare) ? text : bare);
}

/** Captions and summaries; for a planning item also the headlines and descriptions of its coverage. */
function captions(item: MarkupElement): Block[] {
  const own = childrenOf(at(item, 'contentMeta'), 'description');
  const headline = lineText(at(item, 'contentMeta', 'headline'));
  const coverage = at(item, 'newsCoverageSet');
  // Plans that repeat the headline say to the desk what is still needed.
  const planned = findAll(coverage, 'headline').filter((line) => !headline || !rawText(line).includes(headline));
  const texts = new Set(
    [...own, ...planned, ...findAll(coverage, 'description')]
      .map(rawText)
      .filter((text) => ![undefined, headline].includes(oneLine(text))),
  );
  return [...texts].flatMap((text) => textOrHtmlToBlocks(text));
}
