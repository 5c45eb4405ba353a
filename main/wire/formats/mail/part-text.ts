import { type Message, message } from '../../../../preload/contract/messages.ts';
import { stripControls, unixLines } from '../../bytes/control-codes.ts';
import { decodePart } from '../../bytes/decode.ts';
import { repairedMojibake } from '../../bytes/mojibake.ts';
import { type Block, blockText } from '../../dispatch.ts';
import { readHtml } from '../../markup/html-blocks.ts';
import type { MarkupElement, MarkupNode } from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { type FoundNote, type TypedCopy, typedCopy } from '../../story/facts.ts';
import { formBlocks } from './form.ts';
import type { MimePart } from './mime.ts';
import { bytesOf } from './mime-words.ts';
import { copyOf } from './newsletter.ts';

/** What a part of a mail holds: its copy, and what stands below it. */
interface PartText {
  readonly body: readonly (Block | TypedCopy)[];
  readonly notes: readonly FoundNote[];
  readonly warnings: readonly Message[];
}

/** What has to be known of a part to read its text. */
type TextPart = Pick<MimePart, 'type' | 'charset' | 'content' | 'flowed' | 'delSp'>;

/** The text of a `text/plain` or `text/html` part. `isList`: the mail comes from a mailing list, so that it may have a footer. */
export function readBody(part: TextPart, isList: boolean): PartText {
  const decoded = decodePart(bytesOf(part.content), part.charset);
  const repaired = repairedMojibake(decoded);
  const warnings = repaired === undefined ? [] : [message('encoding.twice')];
  return { ...readText(part, repaired ?? decoded, isList), warnings };
}

function readText(part: TextPart, text: string, isList: boolean): Omit<PartText, 'warnings'> {
  if (part.type === 'text/html') {
    const tree = readHtml(text);
    const { copy, footer } = copyOf(tree ? blocksOf([withoutHidden(tree)]) : blocksOf([text]), blockText);
    return { body: copy, notes: footerNote(footer.map(blockText)) };
  }
  const unix = unixLines(text).split('\n');
  const lines = (part.flowed ? unflow(unix, part.delSp) : unix).map(stripControls);
  const form = formBlocks(lines);
  if (form) return { body: form, notes: [] };
  // RFC 3676 §4.3: the signature is below `-- `.
  const card = lines.findIndex((line) => line === '-- ' || line === '--');
  const own = card < 0 ? lines : lines.slice(0, card);
  const { copy, footer } = isList ? copyOf(own, (line) => line) : { copy: own, footer: [] };
  const signature = card < 0 ? [] : lines.slice(card + 1);
  return { body: [typedCopy(copy)], notes: [...footerNote(footer), ...footerNote(signature)] };
}

const footerNote = (lines: readonly string[]): FoundNote[] => {
  const text = lines.join('\n').trim();
  return text === '' ? [] : [{ text, kind: 'contact' }];
};

/**
 * RFC 3676 §4: in flowed text a line that ends with a space goes on in the next one of the same quote depth; a space at the
 * beginning is stuffing. `delSp`: the space at the end is no text. A blank line ends a paragraph, whatever precedes it.
 */
function unflow(lines: readonly string[], delSp: boolean): string[] {
  const paragraphs: string[] = [];
  let open: number | undefined;
  for (const line of lines) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const text = line.slice(depth).replace(/^ /, '');
    const isFlowed = text.endsWith(' ') && text !== '-- ';
    const own = isFlowed && delSp ? text.slice(0, -1) : text;
    if (open === depth && text.trim() !== '' && text !== '-- ') paragraphs.push(`${paragraphs.pop() ?? ''}${own}`);
    else paragraphs.push(depth > 0 ? `${'>'.repeat(depth)} ${own}` : own);
    open = isFlowed ? depth : undefined;
  }
  return paragraphs;
}

/** Newsletters hide the teaser that mailboxes show in front of their text. */
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

const isHidden = (node: MarkupNode): boolean =>
  typeof node !== 'string' && HIDDEN.test(node.attributes.get('style') ?? '');

const withoutHidden = (element: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children
    .filter((child) => !isHidden(child))
    .map((child) => (typeof child === 'string' ? child : withoutHidden(child))),
});
