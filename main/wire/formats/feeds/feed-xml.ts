import { agencyName } from '../../agencies/agency.ts';
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
import { topicOfWord } from '../../story/topic-words.ts';
import { publishersOf } from './feed.ts';
import { feedTitle } from './feed-title.ts';

/** What RSS items and Atom entries have in common: the same fields under different names. */

const prefixOf = (element: MarkupElement | undefined): string =>
  element && 'prefix' in element && typeof element.prefix === 'string' ? element.prefix : '';

/** Media RSS (`media:`): its titles and texts belong to a picture or a film. */
export const isMedia = (element: MarkupElement): boolean =>
  prefixOf(element) === 'media' || ('uri' in element && /search\.yahoo\.com\/mrss/.test(String(element.uri)));

/** Children of this name: the feed's own first, then those of extensions (`itunes:title`). */
export function fieldsOf(element: MarkupElement | undefined, name: string): MarkupElement[] {
  const all = childrenOf(element, name);
  if (all.length < 2) return [...all];
  const own = prefixOf(element);
  const isOwn = (child: MarkupElement) => prefixOf(child) === own;
  return [...all.filter(isOwn), ...all.filter((child) => !isOwn(child))];
}

/** The Media RSS description of an entry's film or picture, for entries without other text. */
export const mediaBlocks = (entry: MarkupElement): Block[] =>
  contentBlocks(findAll(entry, 'description').find((found) => isMedia(found) && rawText(found).trim() !== ''));

/** The text of the first child with one of these names; a name may have a prefix (`dc:date`). */
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

/** The address of the page of a feed or an entry: Atom's `link@href` or the text of RSS's `link`. */
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
  // Atom 0.3, content constructs: `mode`.
  const isBase64 = attributeOf(element, 'mode')?.toLowerCase() === 'base64';
  const text = isBase64 ? Buffer.from(rawText(element), 'base64').toString('utf8') : rawText(element);
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

/** What applies to every entry of a feed; looked up once, because there may be many. */
export interface FeedFacts {
  readonly page?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly time?: string | undefined;
  /** Names beside the title: publisher, editor, rights. */
  readonly credits: readonly (string | undefined)[];
  readonly categories: readonly string[];
}

export function feedFacts(feed: MarkupElement | undefined): FeedFacts {
  return {
    page: linkOf(feed),
    title: textOrHtmlToLine(childText(feed, 'title')),
    language: childText(feed, 'language', 'dc:language') ?? attributeOf(feed, 'xml:lang'),
    credits: ['copyright', 'rights', 'dc:rights', 'dc:publisher', 'dc:creator', 'managingEditor'].map((name) =>
      childText(feed, name),
    ),
    categories: feedCategories(feed),
    time: readableTime(...['pubDate', 'lastBuildDate', 'updated', 'dc:date'].map((name) => childText(feed, name))),
  };
}

/** The only category of a feed. Several are all that a site has, as WordPress exports them. */
function feedCategories(feed: MarkupElement | undefined): string[] {
  const [only, ...others] = childrenOf(feed, 'category').filter((found) => /^(?:|rss|atom)$/.test(prefixOf(found)));
  const word = attributeOf(only, 'label') ?? attributeOf(only, 'term') ?? lineText(only);
  return word === undefined || others.length > 0 ? [] : [word];
}

/** The footer that WordPress and others put below every entry. */
const FOOTER =
  /^(?:(?:The post|Der Beitrag|L[’']article|La entrada|O post|Het bericht|L[’']articolo) .{1,300} (?:appeared first on|first appeared on|erschien zuerst auf|est apparu en premier sur|se publicó primero en|apareceu primeiro em|verscheen eerst op|proviene da) .{1,200}|(?:Continue reading|Read more|Weiterlesen|Lire la suite)\W*)$/u;

/** A link to the whole text behind the last sentence: `… mehr`, `[weiterlesen]`. */
const MORE =
  /(?<=[.!?…"”“»])\s\[?(?:mehr|weiter|weiterlesen|mehr lesen|more|read more|lire la suite|leer más|continua|lees verder|läs mer|les mer|læs mere)\]?[\s.…»›>→]{0,5}$/iu;

function withoutMore(body: readonly Block[], last: Block & { readonly type: 'paragraph' }): Block[] {
  const length = last.text.length - (MORE.exec(last.text.slice(-30))?.[0].length ?? 0);
  const isLinked = last.marks?.some((mark) => mark.href !== undefined && mark.from >= length) ?? false;
  if (!isLinked || length === 0) return [...body];
  const marks = last.marks?.filter((mark) => mark.from < length) ?? [];
  const text = last.text.slice(0, length);
  return [...body.slice(0, -1), { type: 'paragraph', text, ...(marks.length > 0 ? { marks } : {}) }];
}

/** The text without a linked footer; a text that is only a footer stays. */
function withoutFooter(body: readonly Block[]): Block[] {
  const last = body.at(-1);
  if (last?.type === 'paragraph' && MORE.test(last.text.slice(-30))) return withoutMore(body, last);
  if (body.length < 2 || last?.type !== 'paragraph') return [...body];
  const isLinked = last.marks?.some((mark) => mark.href !== undefined) ?? false;
  return isLinked && FOOTER.test(last.text) ? body.slice(0, -1) : [...body];
}

/** The facts of an entry, from its parts. */
export function entryFacts(entry: MarkupElement, feed: FeedFacts, parts: FeedParts): Facts {
  const address = linkOf(entry);
  return {
    localId: oneLine(parts.id) ?? oneLine(address),
    address: oneLine(address),
    headline: textOrHtmlToLine(childText(entry, 'title')),
    byline: bylineOf(parts.byline),
    categories: categoriesOf(parts.categories.map(decodeReferences), feed, address),
    keywords: (parts.keywords ?? []).map(decodeReferences),
    language: childText(entry, 'dc:language') ?? attributeOf(entry, 'xml:lang') ?? feed.language,
    providers: publishersOf([feed.page], feed.title, address),
    publisher: feedTitle(feed.title).name ?? nameIn([childText(entry, 'source'), ...feed.credits]) ?? '',
    credits: [
      ...['dc:source', 'source', 'media:credit', 'dc:publisher'].map((name) => childText(entry, name)),
      parts.byline,
      ...['dc:rights', 'rights', 'copyright'].map((name) => childText(entry, name)),
      ...feed.credits,
    ],
    times: [parts.published, parts.updated],
    changed: parts.updated,
    outerTime: feed.time,
    body: withoutFooter(parts.body),
    rights: [childText(entry, 'dc:rights', 'rights')],
    ...parts.more,
  };
}

/** An author of a feed is a person or a desk: no address, and no agency alone, which is the source. */
const bylineOf = (byline: string | undefined): string | undefined =>
  byline === undefined || /^[^\s@]+@\S+$/.test(byline) || agencyName(byline) !== undefined ? undefined : byline;

/** A publisher or editor in a credit: `rss@example.com (Example News)`, not a licence. */
const nameIn = (credits: readonly (string | undefined)[]): string | undefined =>
  credits
    .map(
      (credit) =>
        /^[^\s@]+@\S+ \((.+)\)$/.exec(credit ?? '')?.[1] ??
        credit?.replace(/^(?:©|\(c\)|copyright)?\s*(?:\d{4})?\s*/iu, ''),
    )
    .find((name) => name !== undefined && /^\p{L}[^@.]{1,60}$/u.test(name));

/** Of an address the last part: `https://example.com/politik`. Lists of topics are split. */
function wordsOf(category: string): string[] {
  if (/^https?:\/\/\S+$/i.test(category)) return [URL.parse(category)?.pathname.split('/').findLast(Boolean) ?? ''];
  const parts = category.split(/[,;]/).map((part) => part.trim());
  const isList = parts.length > 1 && topicOfWord(category) === undefined && parts.every((part) => topicOfWord(part));
  return isList ? parts : [category];
}

/** The categories of an entry, else of its feed, else the Ressort that the title of the feed or the address of the page names. */
function categoriesOf(own: readonly string[], feed: FeedFacts, address: string | undefined): string[] {
  const named = [own.flatMap(wordsOf), feed.categories]
    .map((words) => words.filter((word) => word.trim() !== ''))
    .find((words) => words.length > 0);
  if (named) return named;
  const path =
    URL.parse(address?.trim() ?? '')
      ?.pathname.split('/')
      .slice(1, -1) ?? [];
  const folder = path.find((part) => part.length > 2 && topicOfWord(part.replaceAll('-', ' ')) !== undefined);
  const word = feedTitle(feed.title).section ?? folder?.replaceAll('-', ' ');
  return word === undefined ? [] : [word.charAt(0).toUpperCase() + word.slice(1)];
}

/** The entries of a feed as stories that `read` reads. */
export const entryStories = (
  entries: readonly MarkupElement[],
  read: (entry: MarkupElement, item: number) => ReturnType<Story['read']>,
): Story[] => entries.map((entry, index) => ({ item: index + 1, read: () => read(entry, index + 1) }));

/** The first readable time; a feed's `dc:date` may be right if its `pubDate` is not. */
export const readableTime = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => agencyTime(text).iso !== undefined) ?? texts.find((text) => text !== undefined);
