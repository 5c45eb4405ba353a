import { message } from '../../../../preload/contract/messages.ts';
import type { Block, Problem } from '../../dispatch.ts';
import {
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
  rawText,
} from '../../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../../markup/plain-blocks.ts';
import type { Facts } from '../../story/facts.ts';
import { notAStory } from '../../story/reading.ts';
import type { XmlShape } from '../generic/xml.ts';
import {
  childText,
  contentBlocks,
  entryFacts,
  entryStories,
  type FeedFacts,
  feedFacts,
  fieldsOf,
  isMedia,
  linkOf,
  mediaBlocks,
  readableTime,
} from './feed-xml.ts';

/** RSS 0.9x, 1.0 (RDF) and 2.0, with the modules news sites use, and WordPress exports (WXR). */
export const rss: XmlShape = {
  name: 'rss',
  label: 'RSS',
  isRoot: (name) => /^(?:rss|rdf|channel)$/i.test(name),
  stories: (root) => {
    const channel = feedFacts(find(root, 'channel'));
    const items = findAll(root, 'item').filter(
      (item) => !('prefix' in item) || item.prefix === '' || item.prefix === 'rss',
    );
    return entryStories(items, (item, number) => readItem(item, channel, number));
  },
};

/** RSS 2.0, author: an address, with the name in brackets. */
const ADDRESSED = /^[^\s@]+@\S+ \((.+)\)$/;

function readItem(item: MarkupElement, channel: FeedFacts, number: number): Facts | Problem {
  const wordpress = childText(item, 'wp:post_type');
  if (wordpress === 'attachment' || wordpress === 'nav_menu_item') {
    return notAStory(message('item.wordpress', { item: number, type: wordpress }));
  }
  const body = bodyOf(item, wordpress !== undefined);
  const published = readableTime(childText(item, 'pubDate'), childText(item, 'dc:date', 'date', 'published', 'issued'));
  const categories = childrenOf(item, 'category').filter((category) => attributeOf(category, 'domain') !== 'post_tag');
  const tags = childrenOf(item, 'category').filter((category) => attributeOf(category, 'domain') === 'post_tag');
  return entryFacts(item, channel, {
    published,
    updated: childText(item, 'updated', 'modified', 'dcterms:modified'),
    id: childText(item, 'guid') ?? attributeOf(item, 'about') ?? linkOf(item),
    body,
    categories: distinct([...categories.map(lineText), textOrHtmlToLine(childText(item, 'dc:subject'))]),
    keywords: distinct([
      ...tags.map(lineText),
      ...(childText(item, 'keywords')?.split(',') ?? []).map((word) => word.trim()),
    ]),
    byline: textOrHtmlToLine(childText(item, 'dc:creator', 'creator', 'author'))?.replace(ADDRESSED, '$1'),
    more: wordpress === undefined ? {} : wordpressStatus(item, published),
  });
}

function bodyOf(item: MarkupElement, wordpress: boolean): Block[] {
  const whole = childrenOf(item, 'encoded').find((found) => !('prefix' in found) || found.prefix !== 'excerpt');
  const contents = fieldsOf(item, 'content').filter((found) => !isMedia(found));
  const content = [whole, ...contents, ...childrenOf(item, 'body')].find((found) => rawText(found).trim() !== '');
  if (content && wordpress) return textOrHtmlToBlocks(wordpressHtml(rawText(content)));
  const blocks = contentBlocks(content);
  if (blocks.length > 0) return blocks;
  const short = [...fieldsOf(item, 'description').filter((found) => !isMedia(found)), ...fieldsOf(item, 'summary')];
  const summary = contentBlocks(short.find((found) => rawText(found).trim() !== ''));
  return summary.length > 0 ? summary : mediaBlocks(item);
}

/** WordPress stores paragraphs as blank lines and marks what plug-ins add with "shortcodes" in square brackets. */
function wordpressHtml(html: string): string {
  const paragraphs = /<p[\s>]/i.test(html) ? html : html.replace(/\r?\n[ \t]*\r?\n/g, '\n<br><br>\n');
  return paragraphs.replace(
    /\[\/?(?:[a-z]+_[a-z_]+|dropcap|caption|gallery|embed|video|audio)\b[^[\]\n]{0,300}\]/gi,
    '',
  );
}

function wordpressStatus(item: MarkupElement, published: string | undefined): Facts {
  const status = childText(item, 'wp:status');
  if (status === 'trash') return { statusWord: 'deleted' };
  if (status === 'draft' || status === 'pending' || status === 'private') return { statusWord: 'withheld' };
  return status === 'future' ? { statusWord: 'embargoed', releaseTime: published } : {};
}
