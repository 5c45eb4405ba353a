import { message } from '../../../../preload/contract/messages.ts';
import type { Block, Problem } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
  oneLine,
  rawText,
} from '../../markup/markup.ts';
import { textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';
import type { Found } from '../../story/agency-draft.ts';
import type { Draft } from '../../story/draft.ts';
import { notAStory, readEach, type Stories, xmlFormat } from '../../story/xml-format.ts';
import {
  childText,
  contentBlocks,
  entryDraft,
  type FeedFacts,
  feedFacts,
  fieldsOf,
  isMedia,
  mediaBlocks,
} from './feed-xml.ts';

/** Atom (RFC 4287) with tombstones (RFC 6721), and WENN's extension of it. */
export const atomReader = {
  name: 'atom',
  isRoot: (name: string) => name === 'feed' || name === 'entry',
  read: (root: MarkupElement): Stories => {
    const feed = root.name === 'feed' ? root : undefined;
    const entries = feed ? childrenOf(feed).filter((child) => /^(?:entry|deleted-entry)$/i.test(child.name)) : [root];
    const facts = feedFacts(feed);
    // Damage may have put an entry into the one before it.
    const all = entries.length > 0 ? entries : findAll(root, 'entry');
    if (all.length === 0) return { drafts: [], problems: [notAStory(message('format.no-items', { format: 'Atom' }))] };
    return readEach(all, (entry, index) =>
      entry.name === 'entry' ? readEntry(entry, facts, index) : deleted(entry, facts, index),
    );
  },
} as const;

export const atom = xmlFormat(atomReader);

function readEntry(entry: MarkupElement, feed: FeedFacts, index: number): Draft | Problem {
  const wenn = find(entry, 'ContentMetadata');
  const management = find(entry, 'NewsManagement');
  const authors = childrenOf(entry, 'author').map((author) => lineText(at(author, 'name')) ?? lineText(author));
  return entryDraft(
    entry,
    feed,
    {
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
      more: wenn ? wennFacts(wenn) : {},
    },
    index,
  );
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

function wennFacts(content: MarkupElement): Partial<Found> {
  const language = attributeOf(content, 'lang');
  return { source: 'WENN', ...(language ? { language } : {}) };
}

/** `at:deleted-entry` takes an entry back. */
function deleted(tombstone: MarkupElement, feed: FeedFacts, index: number): Draft | Problem {
  const id = attributeOf(tombstone, 'ref');
  const comment = oneLine(childText(tombstone, 'comment'));
  return entryDraft(
    tombstone,
    feed,
    {
      id,
      published: attributeOf(tombstone, 'when'),
      body: [],
      categories: [],
      more: { status: 'killed', notes: comment ? [{ kind: 'reason', text: comment }] : [] },
    },
    index,
  );
}
