import { message } from '../../../../preload/contract/messages.ts';
import type { Block, RichText } from '../../dispatch.ts';
import type { Format } from '../../format.ts';
import { readHtml } from '../../markup/html-blocks.ts';
import {
  attributeOf,
  distinct,
  find,
  findAll,
  isElement,
  lineText,
  type MarkupElement,
  type MarkupNode,
} from '../../markup/markup.ts';
import { rootName } from '../../markup/xml-tree.ts';
import { bodyText } from '../../normalise.ts';
import { withoutEmbargo } from '../../story/embargo-headline.ts';
import type { Facts } from '../../story/facts.ts';
import { damaged, problemReading } from '../../story/reading.ts';
import { linkedArticle } from './linked-article.ts';
import { articleBlocks, articleOf } from './page-article.ts';
import { markedAuthor, markedPublisher, titleParts, visibleAuthor, visibleTimes } from './page-facts.ts';
import { titleOf } from './page-furniture.ts';
import { pageText } from './page-text.ts';

const names = new Set(
  'html head body article section main div h1 h2 p span table title meta b a font center'.split(' '),
);

/** Elements that XML of other senders puts into an `article`, a `body` or a `section`, and HTML does not. */
const ELEMENT = /<(?<name>[a-z][\w.]*)(?=[\s/>])/giu;
const HTML =
  /^(?:a|abbr|address|amp|area|article|aside|audio|b|base|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|nobr|noscript|object|ol|optgroup|option|p|param|picture|pre|progress|q|s|samp|script|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr)$/iu;

/** A page, or a part of one. What has the name of a part but elements that HTML does not know is another format. */
function isRoot(root: string | undefined, head: string): boolean {
  if (root === undefined || !names.has(root)) return false;
  if (root === 'html' || head.includes('http://www.w3.org/1999/xhtml') || /<(?:svg|math)[\s>]/iu.test(head))
    return true;
  const found = [...head.matchAll(ELEMENT)].map((match) => match.groups?.name?.toLowerCase() ?? '');
  const isPart = root !== 'head' && root !== 'title' && root !== 'meta' && root !== 'body';
  return found.every((name) => HTML.test(name)) && !(isPart && found.includes('body'));
}

/** A page of the web, saved whole or in part: its article as a story. */
export const html: Format = {
  name: 'html',
  label: 'HTML',
  takesAnything: true,
  detects: ({ text }) =>
    /^\s*<!doctype\s+html/i.test(text.slice(0, 300)) || isRoot(rootName(text)?.toLowerCase(), text),
  read(file) {
    const page = readHtml(file.text);
    if (!page) return problemReading(damaged(message('html.too-large')));
    const isComplete = endsWhole(file.text);
    const warnings = isComplete ? [] : [message('html.cut')];
    return { stories: [{ read: () => pageFacts(page) }], isComplete, warnings };
  },
};

/** True if the first element of a page or fragment is closed. A paragraph may lack its end tag, but has to contain one. */
function endsWhole(text: string): boolean {
  if (text.lastIndexOf('<') > text.lastIndexOf('>')) return false;
  const whole = /<(?:html[\s>]|!doctype\s+html)/i.test(text.slice(0, 4096));
  const root = whole ? 'html' : (rootName(text.slice(0, 4096)) ?? '').toLowerCase();
  if (/^(?:p|meta)$/.test(root)) return text.includes('</');
  // A head without a page around it is followed by its body.
  return text.toLowerCase().includes(`</${root === 'head' ? 'body' : root}`);
}

function pageFacts(page: MarkupElement): Facts {
  const meta = metaReader(page);
  const article = articleOf(page);
  const linked = linkedArticle(page);
  const base = [linkedPage(page), meta('og:url')].find((address) => /^https?:\/\//i.test(address ?? '')) ?? NO_PAGE;
  const blocks = articleBlocks(withWholeLinks(article, base));
  const title = titleParts(lineText(find(find(page, 'head'), 'title')), blocks);
  const printed =
    lineText(titleOf(article)) ??
    meta('og:title', 'twitter:title', 'dc.title') ??
    lineText(titleOf(page)) ??
    linked?.headline ??
    title.headline;
  const { headline, embargo } = withoutEmbargo(printed ?? '');
  const byline = [
    linked?.authors.join(', '),
    ...['author', 'article:author', 'dc.creator'].map((name) => meta(name)),
    visibleAuthor(blocks),
    markedAuthor(article, page),
  ].find((name) => name && !/^(?:https?:)?\/\//i.test(name));
  const authors = [...(linked?.authors ?? []), meta('author') ?? '', byline ?? ''];
  const text = pageText(blocks, {
    headline: printed,
    authors,
    articleBody: linked?.isLive ? '' : linked ? bodyText(linked.body()) : '',
  });
  const section = meta('article:section');
  const keywords = distinct((meta('news_keywords', 'keywords') ?? '').split(',').map((word) => word.trim()));
  const onlyHeads = linked !== undefined && blocks.every((block) => block.type === 'heading');
  return {
    headline,
    kicker: text.kicker,
    subhead: text.subhead,
    body: onlyHeads ? [...blocks, ...linked.body()] : text.blocks.map(withoutPartLinks),
    byline,
    categories: section ? [section] : (linked?.sections ?? []),
    keywords: keywords.length > 0 ? keywords : (linked?.keywords ?? []),
    language: attributeOf(find(page, 'html'), 'lang') ?? linked?.language,
    providers: [
      linkedPage(page),
      meta('og:url'),
      meta('og:site_name', 'publisher', 'application-name'),
      linked?.publisher,
      markedPublisher(page),
      title.site,
    ],
    times: [
      linked?.datePublished,
      meta(
        'article:published_time',
        'datepublished',
        'dc.date.issued',
        'dcterms.date',
        'dc.date',
        'date',
        'last-modified',
      ),
      ...findAll(article, 'time').map((element) => attributeOf(element, 'datetime')),
      ...findAll(page, 'time').map((element) => attributeOf(element, 'datetime')),
      meta('article:modified_time'),
      linked?.dateModified,
      ...visibleTimes(blocks),
    ],
    related: text.related,
    notes: [{ text: embargo, kind: 'embargo' }, ...text.notes],
    warnings: text.isCut ? [message('html.paywall')] : [],
  };
}

/** Stands for the address of a page that does not name its own. */
const NO_PAGE = 'https://page.invalid/';

/** The nodes of an element, their links resolved against the address of the page. */
function withWholeLinks(element: MarkupElement, base: string): MarkupNode[] {
  return element.children.map((node) => {
    if (!isElement(node)) return node;
    const href = node.name === 'a' ? URL.parse(attributeOf(node, 'href') ?? '', base)?.href : undefined;
    const attributes = href === undefined ? node.attributes : new Map([...node.attributes, ['href', href]]);
    return { ...node, attributes, children: withWholeLinks(node, base) };
  });
}

/** A block without links that lead nowhere, because the page does not say where it is. */
function withoutPartLinks(block: Block): Block {
  if (block.type === 'list') return { ...block, items: block.items.map(withoutParts) };
  if (!('marks' in block)) return block;
  const { marks, ...bare } = block;
  return { ...bare, ...withoutParts({ text: block.text, marks }) };
}

function withoutParts({ text, marks }: { text: string; marks?: RichText['marks'] | undefined }): RichText {
  const whole = marks?.filter((mark) => !mark.href?.startsWith(NO_PAGE)) ?? [];
  return { text, ...(whole.length > 0 ? { marks: whole } : {}) };
}

const linkedPage = (page: MarkupElement): string | undefined =>
  findAll(page, 'link')
    .filter((link) => attributeOf(link, 'rel') === 'canonical')
    .map((link) => attributeOf(link, 'href'))[0];

/** Reads `meta` by name, property or itemprop; the first name that has content wins. */
function metaReader(page: MarkupElement): (...names: readonly string[]) => string | undefined {
  const values = new Map<string, string>();
  for (const meta of findAll(page, 'meta')) {
    const name = (
      attributeOf(meta, 'property') ??
      attributeOf(meta, 'name') ??
      attributeOf(meta, 'itemprop') ??
      ''
    ).toLowerCase();
    const content = attributeOf(meta, 'content');
    if (name && content && !values.has(name)) values.set(name, content);
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined);
}
