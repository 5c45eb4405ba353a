import type { Block } from '../../dispatch.ts';
import { readJson } from '../../markup/json-document.ts';
import { firstText, isRecord, type JsonRecord, listOf, namesIn, recordOf, textOf } from '../../markup/json-value.ts';
import { attributeOf, distinct, findAll, type MarkupElement, rawText } from '../../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../../markup/plain-blocks.ts';

/** What a page says of its article to search engines (schema.org/NewsArticle, as JSON-LD), in the terms of schema.org. */
export interface LinkedArticle {
  readonly headline?: string | undefined;
  readonly datePublished?: string | undefined;
  readonly dateModified?: string | undefined;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly sections: readonly string[];
  readonly keywords: readonly string[];
  readonly language?: string | undefined;
  /** A live blog: its text is that of its entries. */
  readonly isLive: boolean;
  /** Only needed if the page itself has no text. */
  body(): Block[];
}

/** Characters of one script. Longer scripts are data, not articles. */
const MAX_SCRIPT_CHARS = 1024 * 1024;
/** `NewsArticle` and its subtypes (`ReportageNewsArticle` …), with or without the address before it. */
const ARTICLE = /(?:^|[/:#])(?:[A-Z][A-Za-z]*)?(?:Article|BlogPosting)$/;

/** The article that a page describes; undefined if it describes none or several, as a page of headlines does. */
export function linkedArticle(page: MarkupElement): LinkedArticle | undefined {
  const scripts = findAll(page, 'script').filter((script) => /ld\+json/i.test(attributeOf(script, 'type') ?? ''));
  const found = scripts.flatMap((script) => articlesIn(parsed(rawText(script))));
  const headlines = new Set(found.map((article) => textOf(article.headline)));
  const [article] = found;
  return article && headlines.size === 1 ? described(article) : undefined;
}

function parsed(text: string): unknown {
  if (text.length > MAX_SCRIPT_CHARS) return undefined;
  const document = readJson(text, 1);
  return document.kind === 'json' ? document.value : undefined;
}

/** At the top level, in a list, or in the `@graph` of either (JSON-LD 1.1, 4.9). */
function articlesIn(value: unknown): JsonRecord[] {
  const records = listOf(value).filter(isRecord);
  const all = records.flatMap((record) => [record, ...listOf(record['@graph']).filter(isRecord)]);
  return all.filter((record) => listOf(record['@type']).some((type) => ARTICLE.test(textOf(type) ?? '')));
}

const line = (value: unknown): string | undefined => textOrHtmlToLine(textOf(value));
const lines = (texts: readonly string[]): string[] => distinct(texts.map((text) => line(text)));

const described = (article: JsonRecord): LinkedArticle => ({
  headline: line(firstText(article.headline, article.name)),
  datePublished: textOf(article.datePublished),
  dateModified: textOf(article.dateModified),
  authors: lines(namesIn(article.author)),
  publisher: line(namesIn(article.publisher)[0]),
  sections: lines(namesIn(article.articleSection)),
  keywords: lines(namesIn(article.keywords).flatMap((words) => words.split(','))),
  language: firstText(article.inLanguage, recordOf(article.inLanguage).alternateName),
  isLive: listOf(article.liveBlogUpdate).length > 0,
  body: () => [...bodyOf(article), ...listOf(article.liveBlogUpdate).filter(isRecord).flatMap(updateOf)],
});

const bodyOf = (article: JsonRecord): Block[] => textOrHtmlToBlocks(textOf(article.articleBody) ?? '');

/** An entry of a live blog (schema.org, liveBlogUpdate). */
function updateOf(update: JsonRecord): Block[] {
  const headline = line(firstText(update.headline, update.name));
  return [...(headline ? [{ type: 'heading' as const, level: 3, text: headline }] : []), ...bodyOf(update)];
}
