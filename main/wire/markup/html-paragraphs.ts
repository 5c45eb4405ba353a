import type { MarkupElement, MarkupNode } from './markup.ts';

/** Longer HTML is left to parse5. */
const MAX_CHARS = 100_000;
const NONE: ReadonlyMap<string, string> = new Map();

/**
 * The tree of HTML that is only `<p>…</p>` without attributes, tags or references, as most agencies send it; undefined for other
 * HTML. It is the same tree that the HTML Standard's parsing rules build, at a fraction of the cost.
 */
export function paragraphsOnly(html: string): MarkupElement | undefined {
  if (html.length > MAX_CHARS || html.includes('&') || html.includes('\r') || html.includes('\0')) return undefined;
  const nodes: MarkupNode[] = [];
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at);
    const gap = html.slice(at, start < 0 ? html.length : start);
    if (gap !== '') {
      if (!/^[ \t\n\f]+$/.test(gap)) return undefined;
      // White space before the first element is not part of the body.
      if (nodes.length > 0) nodes.push(gap);
    }
    if (start < 0) break;
    const end = html.indexOf('<', start + 3);
    if (!html.startsWith('<p>', start) || !html.startsWith('</p>', end)) return undefined;
    nodes.push(element('p', start + 3 === end ? [] : [html.slice(start + 3, end)]));
    at = end + 4;
  }
  if (nodes.length === 0) return undefined;
  return element('#document', [element('html', [element('head', []), element('body', nodes)])]);
}

const element = (name: string, children: readonly MarkupNode[]): MarkupElement => ({
  name,
  attributes: NONE,
  children,
});
