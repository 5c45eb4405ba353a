import type { Block } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
  rawText,
} from '../../markup/markup.ts';
import { textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';
import type { Facts } from '../../story/facts.ts';
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
  mediaBlocks,
} from './feed-xml.ts';

/** Atom (RFC 4287) with tombstones (RFC 6721), and WENN's extension of it. */
export const atom: XmlShape = {
  name: 'atom',
  label: 'Atom',
  // Others call a story of their own an entry, too.
  isRoot: (name, namespace) => name === 'feed' || (name === 'entry' && /atom/i.test(namespace)),
  stories: (root) => {
    const feed = root.name === 'feed' ? root : undefined;
    const entries = feed ? childrenOf(feed).filter((child) => /^(?:entry|deleted-entry)$/i.test(child.name)) : [root];
    const facts = feedFacts(feed);
    // Damage may have put an entry into the one before it.
    const all = entries.length > 0 ? entries : findAll(root, 'entry');
    return entryStories(all, (entry) => (entry.name === 'entry' ? readEntry(entry, facts) : deleted(entry, facts)));
  },
};

function readEntry(entry: MarkupElement, feed: FeedFacts): Facts {
  const wenn = find(entry, 'ContentMetadata');
  const management = find(entry, 'NewsManagement');
  const authors = childrenOf(entry, 'author').map((author) => lineText(at(author, 'name')) ?? lineText(author));
  return entryFacts(entry, feed, {
    published: childText(management, 'published') ?? childText(entry, 'published', 'issued'),
    updated: childText(management, 'updated') ?? childText(entry, 'updated', 'modified'),
    id: childText(entry, 'id'),
    body: wennBody(wenn) ?? bodyOf(entry),
    categories: distinct([
      ...childrenOf(entry, 'category').map(
        (category) => attributeOf(category, 'label') ?? attributeOf(category, 'term'),
      ),
      lineText(find(management, 'feedarticle_section')),
    ]),
    keywords: distinct(findAll(wenn, 'tag').map((tag) => attributeOf(tag, 'value'))),
    byline: distinct(authors).join(', ') || undefined,
    more: wenn ? { ...WENN, ...languageFact(wenn) } : {},
  });
}

function bodyOf(entry: MarkupElement): Block[] {
  const content = fieldsOf(entry, 'content').find((found) => !isMedia(found));
  const blocks = attributeOf(content, 'src') ? [] : contentBlocks(content);
  if (blocks.length > 0) return blocks;
  const summary = contentBlocks(fieldsOf(entry, 'summary')[0]);
  return summary.length > 0 ? summary : mediaBlocks(entry);
}

function wennBody(content: MarkupElement | undefined): Block[] | undefined {
  const parts = [find(content, 'first_line'), find(content, 'body')]
    .map((part) => rawText(part))
    .filter((text) => text.trim() !== '');
  return parts.length > 0 ? parts.flatMap((text) => textOrHtmlToBlocks(text)) : undefined;
}

const WENN: Facts = { providers: ['WENN'] };

function languageFact(content: MarkupElement): Facts {
  const language = attributeOf(content, 'lang');
  return language ? { language } : {};
}

/** `at:deleted-entry` (RFC 6721) deletes an entry. */
const deleted = (tombstone: MarkupElement, feed: FeedFacts): Facts =>
  entryFacts(tombstone, feed, {
    id: attributeOf(tombstone, 'ref'),
    published: attributeOf(tombstone, 'when'),
    body: [],
    categories: [],
    more: { statusWord: 'deleted', notes: [{ text: childText(tombstone, 'comment') }] },
  });
