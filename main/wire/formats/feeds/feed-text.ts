import { type Block, blockText } from '../../dispatch.ts';
import { textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';
import { isMoreLine } from '../../text/more-line.ts';
import { withoutBoxes } from '../generic/page-article.ts';
import { isLinked, isPromotion } from '../generic/page-lines.ts';

/** Names, by which boxes that systems add to an entry are known. */
const NAMED = /<[a-z][^<>]{0,400}\s(?:class|id|role)=/iu;

/** Text or HTML of an entry as blocks, without what its system puts into it: buttons, offers, boxes of other articles. */
export function entryBlocks(text: string): Block[] {
  const blocks = NAMED.test(text)
    ? withoutBoxes((without) => textOrHtmlToBlocks(text, { without }))
    : textOrHtmlToBlocks(text);
  const kept = blocks.filter((block) => !isButton(block));
  return kept.length > 0 ? kept : blocks;
}

/** A link that leads to the rest or asks for something; what leads to another article is related to the entry. */
const isButton = (block: Block): boolean =>
  isLinked(block) && (isMoreLine(blockText(block)) || (block.type === 'list' && isPromotion(block)));

/** The footer that WordPress and others put below every entry. */
const FOOTER =
  /^(?:(?:The post|Der Beitrag|L[’']article|La entrada|O post|Het bericht|L[’']articolo) .{1,300} (?:appeared first on|first appeared on|erschien zuerst auf|est apparu en premier sur|se publicó primero en|apareceu primeiro em|verscheen eerst op|proviene da) .{1,200})$/u;

/** A link to the whole text behind the last sentence: `… mehr`, `[weiterlesen]`. */
const MORE =
  /(?<=[.!?…"”“»])\s\[?(?:mehr|weiter|weiterlesen|mehr lesen|more|read more|lire la suite|leer más|continua|lees verder|läs mer|les mer|læs mere)\]?[\s.…»›>→]{0,5}$/iu;

function withoutMore(body: readonly Block[], last: Block & { readonly type: 'paragraph' }): Block[] {
  const length = last.text.length - (MORE.exec(last.text.slice(-30))?.[0].length ?? 0);
  const isLinked = last.marks?.some((mark) => mark.href !== undefined && mark.from >= length) ?? false;
  if (!isLinked || length === 0) return [...body];
  const marks = last.marks?.filter((mark) => mark.from < length) ?? [];
  const text = last.text.slice(0, length);
  return [...body.slice(0, -1), { type: 'paragraph', text, ...(marks.length > 0 ? { marks } : {}) }];
}

/** The text without a linked footer; a text that is only a footer stays. */
export function withoutFooter(body: readonly Block[]): Block[] {
  const last = body.at(-1);
  if (last?.type === 'paragraph' && MORE.test(last.text.slice(-30))) return withoutMore(body, last);
  if (body.length < 2 || last?.type !== 'paragraph') return [...body];
  if (/^\[contains quote post or other embedded content\]$/u.test(last.text)) return body.slice(0, -1);
  const isLinked = last.marks?.some((mark) => mark.href !== undefined) ?? false;
  return isLinked && FOOTER.test(last.text) ? body.slice(0, -1) : [...body];
}
