import type { Block } from '../../dispatch.ts';
import { firstText, isRecord, type JsonRecord, listOf, recordOf, textOf } from '../../markup/json-value.ts';
import { textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';
import { isLeafNamed } from './leaf-names.ts';

/** Types of blocks that hold no text of the story. */
const OUTSIDE = /image|picture|photo|video|audio|embed|gallery|advert|^ad$|related|delimiter/iu;
const HEADING = /head|title|titel|subhead|^h[1-6]$/iu;
const QUOTE = /quote|zitat/iu;

/** The text of an entry of a list, wherever editors keep it: `{ text }`, `{ data: { text } }`. */
function textIn(entry: JsonRecord): string | undefined {
  const data = recordOf(entry.data);
  return firstText(entry.text, entry.value, entry.html, entry.content, entry.body, data.text, data.html, data.content);
}

/** True for a list of texts, or of records that hold them. */
export const isListed = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((entry) => textOf(entry) !== undefined || (isRecord(entry) && !('role' in entry))) &&
  value.some((entry) => textOf(entry) !== undefined || (isRecord(entry) && textIn(entry) !== undefined));

/** The text of a story that is a list of paragraphs, or of blocks with a type; undefined for any other. */
export function listedBody(story: JsonRecord): Block[] | undefined {
  const lists = Object.entries(story).filter(([key, value]) => isLeafNamed(key, 'body') && isListed(value));
  const [, list] = lists[0] ?? [];
  const blocks = listOf(list).flatMap(blocksOfEntry);
  return blocks.length > 0 ? blocks : undefined;
}

function blocksOfEntry(entry: unknown): Block[] {
  const whole = textOf(entry);
  if (whole !== undefined) return textOrHtmlToBlocks(whole);
  const record = recordOf(entry);
  const type = firstText(record.type, record.kind, record.name) ?? '';
  if (OUTSIDE.test(type)) return [];
  const items = listOf(record.items ?? recordOf(record.data).items).flatMap(
    (item) => textOf(item) ?? textIn(recordOf(item)) ?? [],
  );
  if (items.length > 0) return [{ type: 'list', ordered: false, items: items.map((text) => ({ text })) }];
  const blocks = textOrHtmlToBlocks(textIn(record) ?? '');
  const [first] = blocks;
  if (blocks.length !== 1 || first?.type !== 'paragraph') return blocks;
  if (HEADING.test(type)) return [{ ...first, type: 'heading', level: 3 }];
  return QUOTE.test(type) ? [{ ...first, type: 'quote' }] : blocks;
}
