import { message } from '../../../../preload/contract/messages.ts';
import type { Problem } from '../../dispatch.ts';
import { firstText, isRecord, type JsonRecord, listOf, namesIn, recordOf, textOf } from '../../markup/json-value.ts';
import { distinct } from '../../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine, textToBlocks } from '../../markup/plain-blocks.ts';
import { completeDraft, languageOf, providerName } from '../../story/agency-draft.ts';
import type { Draft } from '../../story/draft.ts';
import { type JsonReader, jsonFormat } from '../../story/json-document.ts';
import { notAStory, readEach } from '../../story/xml-format.ts';
import { feedIdentity, feedTimes, publisherOf } from './feed.ts';

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
export const jsonfeedReader: JsonReader = {
  name: 'jsonfeed',
  keys: /jsonfeed\.org\/version/,
  claims: (value) => isRecord(value) && /jsonfeed\.org\/version/.test(textOf(value.version) ?? ''),
  read: (value) => {
    const feed = recordOf(value);
    const items = listOf(feed.items);
    if (items.length === 0)
      return { drafts: [], problems: [notAStory(message('format.no-items', { format: 'JSON Feed' }))] };
    return readEach(items, (item, index) => readItem(recordOf(item), feed, index));
  },
};

export const jsonfeed = jsonFormat(jsonfeedReader);

function readItem(item: JsonRecord, feed: JsonRecord, index: number): Draft | Problem {
  const address = firstText(item.url, item.external_url);
  const source = publisherOf([textOf(feed.home_page_url), textOf(feed.feed_url)], textOf(feed.title), address);
  const times = feedTimes(textOf(item.date_published), textOf(item.date_modified), source);
  const html = textOf(item.content_html);
  const text = firstText(item.content_text, item.summary);
  return (
    completeDraft({
      ...times,
      guid: feedIdentity(textOf(item.id), address, source),
      headline: textOrHtmlToLine(textOf(item.title)),
      byline: distinct([...namesIn(item.authors), ...namesIn(item.author)]).join(', ') || undefined,
      categories: distinct(namesIn(item.tags)),
      language: languageOf(firstText(item.language, feed.language)),
      source: providerName(source) ?? source,
      body: html ? textOrHtmlToBlocks(html) : text ? textToBlocks(text) : [],
    }) ?? notAStory(message('item.no-text', { format: 'JSON Feed', item: index + 1 }))
  );
}
