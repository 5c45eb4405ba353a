import { agencyName } from '../../agencies/agency.ts';
import { agencyTime } from '../../agencies/agency-time.ts';
import { type Block, blockText } from '../../dispatch.ts';
import { decodeReferences } from '../../markup/html-entities.ts';
import {
  attributeOf,
  childrenOf,
  find,
  findAll,
  isElement,
  lineText,
  type MarkupElement,
  oneLine,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { textOrHtmlToLine, textToBlocks } from '../../markup/plain-blocks.ts';
import { normaliseText } from '../../normalise.ts';
import { withoutEmbargo } from '../../story/embargo-headline.ts';
import type { Facts } from '../../story/facts.ts';
import type { Story } from '../../story/reading.ts';
import { topicOfWord } from '../../story/topic-words.ts';
import { withoutBoxes } from '../generic/page-article.ts';
import { publishersOf } from './feed.ts';
import { entryBlocks, withoutFooter } from './feed-text.ts';
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
  if (element.children.some(isElement)) return withoutBoxes((without) => blocksOf(element.children, { without }));
  // Atom 0.3, content constructs: `mode`.
  const isBase64 = attributeOf(element, 'mode')?.toLowerCase() === 'base64';
  const text = isBase64 ? Buffer.from(rawText(element), 'base64').toString('utf8') : rawText(element);
  return attributeOf(element, 'type') === 'text' ? textToBlocks(text) : entryBlocks(text);
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
  /** Who writes it, where the feed names somebody: often the office whose feed it is. */
  readonly author?: string | undefined;
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
    author: lineText(find(childrenOf(feed, 'author')[0], 'name')),
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

/** The facts of an entry, from its parts. */
export function entryFacts(entry: MarkupElement, feed: FeedFacts, parts: FeedParts): Facts {
  const address = linkOf(entry);
  const named = childText(entry, 'source');
  const { name } = feedTitle(feed.title, [feed.page, address, ...feed.credits]);
  const publisher = name ?? nameIn([feed.author, named, ...feed.credits]) ?? '';
  const title = textOrHtmlToLine(childText(entry, 'title'));
  const { headline, embargo } = withoutEmbargo(withoutPublisher(title, named) ?? '');
  return {
    localId: oneLine(parts.id) ?? oneLine(address),
    address: oneLine(address),
    headline,
    byline: bylineOf(parts.byline),
    categories: categoriesOf(parts.categories.map(decodeReferences), feed, address),
    keywords: (parts.keywords ?? []).map(decodeReferences),
    language: childText(entry, 'dc:language') ?? attributeOf(entry, 'xml:lang') ?? feed.language,
    providers: publishersOf([feed.page], feed.title, address),
    publisher,
    credits: [
      ...['dc:source', 'source', 'media:credit', 'dc:publisher'].map((name) => childText(entry, name)),
      parts.byline,
      ...['dc:rights', 'rights', 'copyright'].map((name) => childText(entry, name)),
      ...feed.credits,
    ],
    times: [parts.published, parts.updated],
    changed: parts.updated,
    outerTime: feed.time,
    body: withoutTitle(withoutFooter(parts.body), headline, named),
    notes: [{ text: embargo, kind: 'embargo' }],
    rights: [childText(entry, 'dc:rights', 'rights')],
    ...parts.more,
  };
}

/** Names of accounts: `redaktion`, `admin`. */
const ACCOUNT =
  /^(?:redaktion|admin\w{0,20}|web(?:master|redaktion)|root|editor(?:ial)?|newsroom|presse(?:stelle)?|press|online|anonymous|user\d{0,9}|wordpress)$/iu;
/** An author of a feed is a person or a desk: no address or account, and no agency alone, which is the source. */
const bylineOf = (byline: string | undefined): string | undefined =>
  byline === undefined || /^[^\s@]+@\S+$/.test(byline) || ACCOUNT.test(byline) || agencyName(byline) !== undefined
    ? undefined
    : byline;

/** A title without the paper that a feed of many papers puts behind it: `Ferry sails - Nordblatt`. */
function withoutPublisher(title: string | undefined, publisher: string | undefined): string | undefined {
  const end = ` - ${publisher}`;
  return publisher !== undefined && title?.endsWith(end) ? title.slice(0, -end.length) : title;
}

/** A text, or nothing where it only repeats title and paper. */
function withoutTitle(body: Block[], headline: string | undefined, publisher = ''): Block[] {
  const [only, ...others] = body;
  if (headline === undefined || publisher === '' || only === undefined || others.length > 0) return body;
  return normaliseText(blockText(only)) === normaliseText(`${headline} ${publisher}`) ? [] : body;
}

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

/** What systems call the category of a text that has none. */
const UNSORTED =
  /^(?:uncategori[sz]ed|allgemein|nicht kategorisiert|unkategorisiert|ohne kategorie|sin categoría|non classé|senza categoria|geen categorie|sem categoria|okategoriserad(?:e)?|ukategorisert|ikke kategoriseret)$/iu;
/** Folders of everything that is published. */
const GENERAL = /^(?:presse|press|media|medien|news|aktuelles|government|artikel|articles?)$/iu;

/** The categories of an entry, else of its feed, else the Ressort that the title of the feed or the address of the page names. */
function categoriesOf(own: readonly string[], feed: FeedFacts, address: string | undefined): string[] {
  const named = [own.flatMap(wordsOf), feed.categories]
    .map((words) => words.filter((word) => word.trim() !== '' && !UNSORTED.test(word.trim())))
    .find((words) => words.length > 0);
  if (named) return named;
  const path =
    URL.parse(address?.trim() ?? '')
      ?.pathname.split('/')
      .slice(1, -1) ?? [];
  const folder = path.find(
    (part) => part.length > 2 && !GENERAL.test(part) && topicOfWord(part.replaceAll('-', ' ')) !== undefined,
  );
  const word = feedTitle(feed.title, []).section ?? folder?.replaceAll('-', ' ');
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
