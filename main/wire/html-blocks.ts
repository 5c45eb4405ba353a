import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Block } from './dispatch.ts';

type Node = DefaultTreeAdapterMap['node'];
const SILENT = new Set(['script', 'style', 'head', 'template', 'noscript']);
const BREAKING = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'table',
  'ul',
  'ol',
]);

/** The paragraphs of an HTML text; nothing but text survives. */
export function htmlToBlocks(html: string): Block[] {
  const lines = [''];
  const stack: Node[] = [parse(html)];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined || SILENT.has(node.nodeName)) continue;
    if ('value' in node && node.nodeName === '#text') lines[lines.length - 1] += node.value;
    if (BREAKING.has(node.nodeName)) lines.push('');
    if ('childNodes' in node) stack.push(...[...node.childNodes].reverse());
  }
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => ({ type: 'paragraph', text }));
}
