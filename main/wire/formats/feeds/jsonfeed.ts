import { firstText, isRecord, type JsonRecord, listOf, namesIn, recordOf, textOf } from '../../markup/json-value.ts';
import { distinct } from '../../markup/markup.ts';
import { textOrHtmlToLine, textToBlocks } from '../../markup/plain-blocks.ts';
import type { Facts } from '../../story/facts.ts';
import type { JsonShape } from '../generic/json.ts';
import { publishersOf } from './feed.ts';
import { entryBlocks, withoutFooter } from './feed-text.ts';
import { feedTitle } from './feed-title.ts';

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
export const jsonfeed: JsonShape = {
  name: 'jsonfeed',
  label: 'JSON Feed',
  claims: (value) => isRecord(value) && /jsonfeed\.org\/version/.test(textOf(value.version) ?? ''),
  stories: (value) => {
    const feed = recordOf(value);
    return listOf(feed.items).map((item, index) => ({
      item: index + 1,
      read: () => itemFacts(recordOf(item), feed),
    }));
  },
};

function itemFacts(item: JsonRecord, feed: JsonRecord): Facts {
  const address = firstText(item.url, item.external_url);
  const html = textOf(item.content_html);
  const text = firstText(item.content_text, item.summary);
  return {
    localId: textOf(item.id) ?? address,
    address,
    headline: textOrHtmlToLine(textOf(item.title)),
    byline: distinct([...namesIn(item.authors), ...namesIn(item.author)]).join(', '),
    categories: namesIn(item.tags),
    language: firstText(item.language, feed.language),
    providers: publishersOf([textOf(feed.home_page_url), textOf(feed.feed_url)], textOf(feed.title), address),
    publisher: feedTitle(textOf(feed.title), [textOf(feed.home_page_url)]).name ?? '',
    credits: [...namesIn(item.authors), ...namesIn(item.author), ...namesIn(feed.authors), ...namesIn(feed.author)],
    times: [textOf(item.date_published), textOf(item.date_modified)],
    changed: textOf(item.date_modified),
    body: html ? withoutFooter(entryBlocks(html)) : text ? textToBlocks(text) : [],
  };
}
