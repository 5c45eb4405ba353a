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
import { withoutArmour, withoutForwarding, withoutFurniture } from './furniture.ts';
import type { MimePart } from './mime.ts';
import { bytesOf } from './mime-words.ts';
import { copyOf } from './newsletter.ts';

/** What a part of a mail holds: its copy, and what stands below it. */
interface PartText {
  readonly body: readonly (Block | TypedCopy)[];
  readonly notes: readonly FoundNote[];
  readonly warnings: readonly Message[];
  /** The sender of a text that this mail forwards. */
  readonly forwardedFrom?: string | undefined;
}

/** What has to be known of a part to read its text. */
export type TextPart = Pick<MimePart, 'type' | 'charset' | 'content' | 'flowed' | 'delSp'>;

/** The text of a `text/plain` or `text/html` part. `isList`: the mail comes from a mailing list, so that it may have a footer. */
export function readBody(part: TextPart, isList: boolean): PartText {
  const decoded = decodePart(bytesOf(part.content), part.charset);
  const repaired = repairedMojibake(decoded);
  const warnings = repaired === undefined ? [] : [message('encoding.twice')];
  return { ...readText(part, repaired ?? decoded, isList), warnings };
}

/** A page that is declared as plain text. */
const PAGE = /^\s*<(?:!doctype html|html)[\s>]/i;
/** RFC 1896: commands of `text/enriched`, and their parameters. */
const ENRICHED = /<param>[^<]{0,200}<\/param>|<\/?[a-z][a-z-]{0,30}>/gi;

function readText(part: TextPart, text: string, isList: boolean): Omit<PartText, 'warnings'> {
  if (part.type === 'text/html' || PAGE.test(text.slice(0, 200))) {
    const tree = readHtml(text);
    const { copy, footer } = copyOf(tree ? blocksOf([withoutHidden(tree)]) : blocksOf([text]), blockText);
    const own = withoutFurniture(copy, blockText);
    return { body: own.copy, notes: [...own.notes, ...footerNote(footer.map(blockText))] };
  }
  const unix = unixLines(part.type === 'text/enriched' ? text.replace(ENRICHED, '') : text).split('\n');
  const lines = withoutArmour((part.flowed ? unflow(unix, part.delSp) : unix).map(stripControls));
  const form = formBlocks(lines);
  if (form) return { body: form, notes: [] };
  // RFC 3676 §4.3: the signature is below `-- `.
  const card = lines.findIndex((line) => line === '-- ' || line === '--');
  const signed = card < 0 ? lines : lines.slice(0, card);
  const { copy, footer } = isList ? copyOf(signed, (line) => line) : { copy: signed, footer: [] };
  const forwarded = withoutForwarding(copy);
  const own = withoutFurniture(paragraphsOf(forwarded.copy), (lines) => lines.join(' '));
  const signature = card < 0 ? [] : lines.slice(card + 1);
  return {
    body: [typedCopy(own.copy.flat())],
    notes: [
      ...own.notes,
      ...(forwarded.header.length > 0 ? [{ text: forwarded.header.join('\n'), kind: 'editor' as const }] : []),
      ...footerNote(footer),
      ...footerNote(signature),
    ],
    forwardedFrom: forwarded.sender,
  };
}

/** Lines as paragraphs: a blank line belongs to the paragraph above it. */
function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const isFirst = at === 0 || ((lines[at - 1] ?? '').trim() === '' && line.trim() !== '');
    if (isFirst) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
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
