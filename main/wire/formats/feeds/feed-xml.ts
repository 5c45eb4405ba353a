import { agencyTime } from '../../agencies/agency-time.ts';
import type { Block } from '../../dispatch.ts';
import { decodeReferences } from '../../markup/html-entities.ts';
import {
  attributeOf,
  childrenOf,
  findAll,
  isElement,
  lineText,
  type MarkupElement,
  oneLine,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine, textToBlocks } from '../../markup/plain-blocks.ts';
import type { Facts } from '../../story/facts.ts';
import type { Story } from '../../story/reading.ts';
import { publishersOf } from './feed.ts';

/** What RSS items and Atom entries have in common: the same words under other names. */

const prefixOf = (element: MarkupElement | undefined): string =>
  element && 'prefix' in element && typeof element.prefix === 'string' ? element.prefix : '';

/** Media RSS (`media:`): its titles, texts and contents are those of a picture or a film. */
export const isMedia = (element: MarkupElement): boolean =>
  prefixOf(element) === 'media' || ('uri' in element && /search\.yahoo\.com\/mrss/.test(String(element.uri)));

/** Children of this name: first the feed's own, then those of its extensions (`itunes:title`), in this order. */
export function fieldsOf(element: MarkupElement | undefined, name: string): MarkupElement[] {
  const all = childrenOf(element, name);
  if (all.length < 2) return [...all];
  const own = prefixOf(element);
  const isOwn = (child: MarkupElement) => prefixOf(child) === own;
  return [...all.filter(isOwn), ...all.filter((child) => !isOwn(child))];
}

/** What Media RSS says of the film or picture an entry is: the text of entries that have no other. */
export const mediaBlocks = (entry: MarkupElement): Block[] =>
  contentBlocks(findAll(entry, 'description').find((found) => isMedia(found) && rawText(found).trim() !== ''));

/** The text of the first child with one of these names; a name may carry a prefix to tell `dc:date` from `date`. */
export function childText(element: MarkupElement | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const [local = name, prefix] = name.split(':').reverse();
    for (const child of fieldsOf(element, local)) {
      const own = prefixOf(child);
      if (prefix === undefined || own === '' || own === prefix) {
        const text = rawText(child).trim();
        if (text) return text;
      }
    }
  }
  return undefined;
}

/** The address of a feed or an entry: Atom's `link@href` that is the page, or the text of RSS's `link`. */
export function linkOf(element: MarkupElement | undefined): string | undefined {
  const links = childrenOf(element, 'link');
  const page = links.find(
    (link) => /^(?:alternate|)$/.test(attributeOf(link, 'rel') ?? '') && attributeOf(link, 'href'),
  );
  return attributeOf(page, 'href') ?? links.map(lineText).find(Boolean);
}

/** The text of an element that holds text, HTML (escaped or not), or XHTML as elements. */
export function contentBlocks(element: MarkupElement | undefined): Block[] {
  if (!element) return [];
  if (element.children.some(isElement)) return blocksOf(element.children);
  const text = rawText(element);
  return attributeOf(element, 'type') === 'text' ? textToBlocks(text) : textOrHtmlToBlocks(text);
}

export interface FeedParts {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly id?: string | undefined;
  readonly body: Block[];
  readonly categories: readonly string[];
  readonly keywords?: readonly string[];
  readonly byline?: string | undefined;
  readonly more?: Facts;
}

/** What holds for every entry of a feed; looked up once, for a feed may have very many of them. */
export interface FeedFacts {
  readonly page?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly time?: string | undefined;
}

export function feedFacts(feed: MarkupElement | undefined): FeedFacts {
  return {
    page: linkOf(feed),
    title: textOrHtmlToLine(childText(feed, 'title')),
    language: childText(feed, 'language', 'dc:language') ?? attributeOf(feed, 'xml:lang'),
    time: readableTime(...['pubDate', 'lastBuildDate', 'updated', 'dc:date'].map((name) => childText(feed, name))),
  };
}

/** What WordPress and others put below every entry of their feeds. */
const FOOTER =
  /^(?:(?:The post|Der Beitrag|L[’']article|La entrada|O post|Het bericht|L[’']articolo) .{1,300} (?:appeared first on|first appeared on|erschien zuerst auf|est apparu en premier sur|se publicó primero en|apareceu primeiro em|verscheen eerst op|proviene da) .{1,200}|(?:Continue reading|Read more|Weiterlesen|Lire la suite)\W*)$/u;

/** The text without the footer of its feed, which is linked; where it is nothing else it stays. */
function withoutFooter(body: readonly Block[]): Block[] {
  const last = body.at(-1);
  if (body.length < 2 || last?.type !== 'paragraph') return [...body];
  const isLinked = last.marks?.some((mark) => mark.href !== undefined) ?? false;
  return isLinked && FOOTER.test(last.text) ? body.slice(0, -1) : [...body];
}

/** The facts of an entry out of its parts. */
export function entryFacts(entry: MarkupElement, feed: FeedFacts, parts: FeedParts): Facts {
  const address = linkOf(entry);
  return {
    localId: oneLine(parts.id) ?? oneLine(address),
    headline: textOrHtmlToLine(childText(entry, 'title')),
    byline: parts.byline,
    categories: parts.categories.map(decodeReferences),
    keywords: (parts.keywords ?? []).map(decodeReferences),
    language: childText(entry, 'dc:language') ?? attributeOf(entry, 'xml:lang') ?? feed.language,
    providers: publishersOf([feed.page], feed.title, address),
    times: [parts.published, parts.updated],
    changed: parts.updated,
    outerTime: feed.time,
    body: withoutFooter(parts.body),
    rights: [childText(entry, 'dc:rights', 'rights')],
    ...parts.more,
  };
}

/** The entries of a feed by what reads one. */
export const entryStories = (
  entries: readonly MarkupElement[],
  read: (entry: MarkupElement, item: number) => ReturnType<Story['read']>,
): Story[] => entries.map((entry, index) => ({ item: index + 1, read: () => read(entry, index + 1) }));

/** The first of some texts that reads as a time; a feed's `dc:date` may be right where its `pubDate` is not. */
export const readableTime = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => agencyTime(text).iso !== undefined) ?? texts.find((text) => text !== undefined);
