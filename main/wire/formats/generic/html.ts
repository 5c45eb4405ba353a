import { message } from '../../../../preload/contract/messages.ts';
import { firstTime } from '../../agencies/agency-time.ts';
import type { DecodedFile, Format, Head, Parsed } from '../../format.ts';
import { readHtml } from '../../markup/html-blocks.ts';
import {
  attributeOf,
  distinct,
  everyElement,
  find,
  findAll,
  lineText,
  type MarkupElement,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { rootName } from '../../markup/xml-tree.ts';
import { completeDraft, languageOf, providerName } from '../../story/agency-draft.ts';
import { finishDispatch } from '../../story/draft.ts';
import { damaged, notAStory } from '../../story/xml-format.ts';
import { linkedArticle } from './linked-article.ts';

const names = new Set(
  'html head body article section main div h1 h2 p span table title meta b a font center'.split(' '),
);

/** A page of the web, saved whole or in part: its article as a dispatch. */
export const html: Format = {
  name: 'html',
  detects: (head: Head) =>
    /^\s*<!doctype\s+html/i.test(head.text.slice(0, 300)) || names.has(rootName(head.text)?.toLowerCase() ?? ''),
  parse: (file: DecodedFile): Parsed => {
    const page = readHtml(file.text);
    if (!page)
      return {
        kind: 'problem',
        problem: damaged(message('html.too-large')),
        complete: true,
      };
    const complete = endsWhole(file.text);
    const draft = pageDraft(page);
    if (!draft) return { kind: 'problem', problem: notAStory(message('format.no-text', { format: 'HTML' })), complete };
    const warnings = complete ? draft.warnings : [...(draft.warnings ?? []), message('html.cut')];
    return {
      kind: 'dispatches',
      dispatches: [finishDispatch(file, 'html', { ...draft, warnings })],
      problems: [],
      complete,
    };
  },
};

/** What a page or a piece of one opens with has to be closed; a paragraph, whose end tag may be left out, has to hold one. */
function endsWhole(text: string): boolean {
  if (text.lastIndexOf('<') > text.lastIndexOf('>')) return false;
  const whole = /<(?:html[\s>]|!doctype\s+html)/i.test(text.slice(0, 4096));
  const root = whole ? 'html' : (rootName(text.slice(0, 4096)) ?? '').toLowerCase();
  if (/^(?:p|meta)$/.test(root)) return text.includes('</');
  // A head without a page around it has its body behind it.
  return text.toLowerCase().includes(`</${root === 'head' ? 'body' : root}`);
}

function pageDraft(page: MarkupElement): ReturnType<typeof completeDraft> {
  const meta = metaReader(page);
  const article = articleOf(page);
  const linked = linkedArticle(page);
  const headline =
    lineText(find(article, 'h1')) ??
    meta('og:title', 'twitter:title', 'dc.title') ??
    lineText(find(page, 'h1')) ??
    linked?.headline ??
    lineText(find(find(page, 'head'), 'title'));
  const source =
    [linkedPage(page), meta('og:url'), meta('og:site_name', 'publisher', 'application-name'), linked?.publisher]
      .map(providerName)
      .find(Boolean) ?? 'html';
  const time = firstTime(
    [
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
      linked?.datePublished,
      ...findAll(page, 'time').map((element) => attributeOf(element, 'datetime')),
      meta('article:modified_time'),
      linked?.dateModified,
    ],
    source,
  );
  const blocks = blocksOf(article.children, { without: isFurniture });
  const section = meta('article:section');
  const keywords = distinct((meta('news_keywords', 'keywords') ?? '').split(',').map((word) => word.trim()));
  return completeDraft({
    headline,
    body: linked && blocks.every((block) => block.type === 'heading') ? [...blocks, ...linked.body()] : blocks,
    byline: meta('author', 'article:author', 'dc.creator') ?? (linked?.authors.join(', ') || undefined),
    categories: section ? [section] : [...(linked?.sections ?? [])],
    keywords: keywords.length > 0 ? keywords : [...(linked?.keywords ?? [])],
    language: languageOf(attributeOf(find(page, 'html'), 'lang') ?? linked?.language),
    source,
    publishedAt: time.iso,
    publishedRaw: time.raw,
    warnings: time.warning ? [time.warning] : [],
  });
}

/** What a page puts around its article. */
const isFurniture = (element: MarkupElement): boolean => /^(?:header|footer|aside|nav)$/i.test(element.name);

const linkedPage = (page: MarkupElement): string | undefined =>
  findAll(page, 'link')
    .filter((link) => attributeOf(link, 'rel') === 'canonical')
    .map((link) => attributeOf(link, 'href'))[0];

/** Reads `meta` by name, property or itemprop; the first of the names that has content. */
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

/** The element that holds the article: marked as such, or the one `article` or `main` with the longest text, or the page. */
function articleOf(page: MarkupElement): MarkupElement {
  for (const element of everyElement(page)) if (attributeOf(element, 'itemprop') === 'articleBody') return element;
  const [longest] = findAll(page, 'article', 'main')
    .map((element) => ({ element, length: rawText(element).length }))
    .sort((a, b) => b.length - a.length);
  return longest && longest.length > 0 ? longest.element : (find(page, 'body') ?? page);
}
