import type { Block } from '../../dispatch.ts';
import {
  attributeOf,
  childrenOf,
  everyElement,
  find,
  findAll,
  lineText,
  type MarkupElement,
  type MarkupNode,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { bodyText } from '../../normalise.ts';
import { isAround, isBox } from './page-furniture.ts';

/** Characters, and part of the text, that are left of a page without its boxes; less means that their names mislead. */
const MIN_LEFT_CHARS = 250;
const MIN_LEFT = 0.25;

/** The blocks of an article without what surrounds it and the boxes in it. */
export const articleBlocks = (nodes: readonly MarkupNode[]): Block[] =>
  withoutBoxes((without) => blocksOf(nodes, { without }));

/** What `read` gives without boxes, unless these are named misleadingly. */
export function withoutBoxes(read: (without: (element: MarkupElement) => boolean) => Block[]): Block[] {
  const all = read(isAround);
  const own = read(isBox);
  const { length } = bodyText(own);
  return length < MIN_LEFT_CHARS && length < bodyText(all).length * MIN_LEFT ? all : own;
}

/** The element with the article: marked as such, or the `article` or `main` with the longest text, or the page. */
export function articleOf(page: MarkupElement): MarkupElement {
  for (const element of everyElement(page)) if (attributeOf(element, 'itemprop') === 'articleBody') return element;
  const [longest] = byLength([...outsideBoxes(page)].filter(({ name }) => /^(?:article|main)$/i.test(name)));
  if (longest === undefined) return layoutCell(page) ?? find(page, 'body') ?? page;
  const headed = isTeaser(longest.element) ? aroundHeadline(page) : undefined;
  if (headed !== undefined) return headed;
  if (find(longest.element, 'h1') === undefined) return listAround(longest.element, page) ?? longest.element;
  // Around the article, `main` also holds what else there is to read.
  const inner = byLength(findAll(longest.element, 'article')).find(
    ({ element, length }) =>
      element !== longest.element && length > longest.length / 2 && find(element, 'h1') !== undefined,
  );
  return (inner ?? longest).element;
}

/** Every element of a page but those inside a box. */
function* outsideBoxes(page: MarkupElement): Generator<MarkupElement> {
  const waiting = [page];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (const child of childrenOf(next).reverse()) if (!isBox(child)) waiting.push(child);
  }
}

/** Characters below a headline that are a text. */
const MIN_TEXT_CHARS = 40;

/** Elements around a headline among which that of its text is. */
const MAX_AROUND = 8;

/** An `article` whose headline is a link leads to another page. */
function isTeaser(element: MarkupElement): boolean {
  const heading = find(element, 'h2', 'h3', 'h4');
  const link = find(heading, 'a');
  return find(element, 'h1') === undefined && link !== undefined && lineText(link) === lineText(heading);
}

/** The element of a headline and its text, where no `article` holds the headline: those on the page are teasers. */
function aroundHeadline(page: MarkupElement): MarkupElement | undefined {
  const path = pathTo(find(page, 'body') ?? page, 'h1');
  return path
    .slice(-MAX_AROUND)
    .toReversed()
    .find((element) => ownTextLength(element) >= MIN_TEXT_CHARS);
}

/** The elements around the first one of a name, from outside to inside. */
function pathTo(from: MarkupElement, name: string): MarkupElement[] {
  for (const child of childrenOf(from)) {
    if (isAround(child)) continue;
    if (child.name.toLowerCase() === name) return [from];
    const path = pathTo(child, name);
    if (path.length > 0) return [from, ...path];
  }
  return [];
}

/** Characters of the paragraphs below an element that belong to no `article` in it. */
function ownTextLength(element: MarkupElement): number {
  let length = 0;
  for (const child of childrenOf(element)) {
    if (/^article$/i.test(child.name) || isBox(child)) continue;
    length += /^p$/i.test(child.name) ? rawText(child).trim().length : ownTextLength(child);
  }
  return length;
}

/** A live blog is a list of `article`s, of which none is the article of the page. */
function listAround(entry: MarkupElement, page: MarkupElement): MarkupElement | undefined {
  for (const element of everyElement(page)) {
    const entries = childrenOf(element, 'article');
    if (entries.includes(entry)) return entries.length > 2 ? element : undefined;
  }
  return undefined;
}

const byLength = (elements: readonly MarkupElement[]) =>
  elements
    .map((element) => ({ element, length: rawText(element).length }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);

/** Old pages are a table: the innermost cell that holds the headline and half of the text. */
function layoutCell(page: MarkupElement): MarkupElement | undefined {
  const { length } = rawText(find(page, 'body') ?? page);
  return byLength(findAll(page, 'td'))
    .filter((cell) => cell.length > length / 2 && find(cell.element, 'h1', 'h2') !== undefined)
    .at(-1)?.element;
}
