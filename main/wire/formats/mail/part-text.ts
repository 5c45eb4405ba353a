import { type Message, message } from '../../../../preload/contract/messages.ts';
import { stripControls, unixLines } from '../../bytes/control-codes.ts';
import { decodePart } from '../../bytes/decode.ts';
import { repairedMojibake } from '../../bytes/mojibake.ts';
import { type Block, blockText } from '../../dispatch.ts';
import { readHtml } from '../../markup/html-blocks.ts';
import type { MarkupElement, MarkupNode } from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { type FoundNote, type TypedCopy, typedCopy } from '../../story/facts.ts';
import { isMoreLine } from '../../text/more-line.ts';
import { formBlocks } from './form.ts';
import { ownText, type Relation, unquotedForward } from './forwarded.ts';
import { withoutArmour, withoutFurniture } from './furniture.ts';
import { type Parts, withoutLetter } from './letter.ts';
import type { MimePart } from './mime.ts';
import { bytesOf, unquoteDamaged } from './mime-words.ts';
import { copyOf, withoutTracking } from './newsletter.ts';
import { releaseHead, withoutStars } from './release-head.ts';

/** What a part of a mail holds: its copy, and what stands around it. */
interface PartText {
  readonly body: readonly (Block | TypedCopy)[];
  readonly notes: readonly FoundNote[];
  readonly warnings: readonly Message[];
  /** The sender of a text that this mail forwards. */
  readonly forwardedFrom?: string | undefined;
  /** Place and day above a release. */
  readonly placed?: string | undefined;
  readonly place?: string | undefined;
  /** The headline above the copy. */
  readonly title?: string | undefined;
  readonly subhead?: string | undefined;
}

/** What has to be known of a part to read its text. */
export type TextPart = Pick<MimePart, 'type' | 'charset' | 'content' | 'flowed' | 'delSp'>;

/** What the headers of a mail say of its text. */
export interface MailKind {
  /** It comes from a mailing list, so that it may have a footer. */
  readonly isList: boolean;
  /** By the marks of its subject. */
  readonly relation: Relation;
  /** Of the subject; empty where that names none. */
  readonly headline: string;
}

/** The text of a `text/plain` or `text/html` part. */
export function readBody(part: TextPart, kind: MailKind): PartText {
  const decoded = decodePart(bytesOf(unquoteDamaged(part.content)), part.charset);
  const repaired = repairedMojibake(decoded);
  const warnings = repaired === undefined ? [] : [message('encoding.twice')];
  return { ...readText(part, repaired ?? decoded, kind), warnings };
}

/** A page that is declared as plain text. */
const PAGE = /^\s*<(?:!doctype html|html)[\s>]/i;
/** RFC 1896: commands of `text/enriched`, and their parameters. */
const ENRICHED = /<param>[^<]{0,200}<\/param>|<\/?[a-z][a-z-]{0,30}>/gi;

function readText(part: TextPart, text: string, kind: MailKind): Omit<PartText, 'warnings'> {
  if (part.type === 'text/html' || PAGE.test(text.slice(0, 200))) {
    const tree = readHtml(text);
    const { copy, footer } = copyOf(tree ? blocksOf([withoutHidden(tree)]) : blocksOf([text]), blockText);
    const own = withoutFurniture(copy, blockText);
    const { copy: body, notes, ...found } = readParts({ all: own.copy, textOf: blockText }, linesOfBlock, kind);
    return {
      ...found,
      body: body.map(unquoted),
      notes: [...own.notes, ...notes, ...footerNote(footer.map(blockText))],
    };
  }
  const unix = unixLines(part.type === 'text/enriched' ? text.replace(ENRICHED, '') : text).split('\n');
  const lines = withoutArmour((part.flowed ? unflow(unix, part.delSp) : unix).map(stripControls));
  const form = formBlocks(lines);
  if (form) return { body: form, notes: [] };
  const { copy, footer } = kind.isList ? copyOf(lines, (line) => line) : { copy: lines, footer: [] };
  const paragraphs = paragraphsOf(unquotedForward(copy).map(withoutTracking));
  const own = withoutFurniture(paragraphs, (lines) => lines.join(' '));
  const typed = { all: own.copy, textOf: (lines: readonly string[]) => lines.join('\n') };
  const { copy: body, notes, ...found } = readParts(typed, (lines) => lines.map((line) => [line, '']), kind);
  return {
    ...found,
    body: [typedCopy(body.flat().map(withoutStars))],
    notes: [...own.notes, ...notes, ...footerNote(footer)],
  };
}

/** A text without the mails in it, without what makes a letter of it, and without the lines above a release. */
function readParts<Part>(
  parts: Parts<Part>,
  linesOf: (part: Part) => readonly Part[],
  { relation, headline }: MailKind,
): Omit<PartText, 'warnings' | 'body'> & { readonly copy: readonly Part[] } {
  const { textOf } = parts;
  const own = ownText(parts, relation);
  const letter = withoutLetter({ all: own.copy, textOf });
  const copy = letter.copy.filter((part) => !isMoreLine(textOf(part)) && !/^#{2,5}$/.test(textOf(part).trim()));
  const head = releaseHead({ all: copy.length > 0 ? copy : letter.copy, textOf, linesOf }, headline);
  return { ...head, notes: [...own.notes, ...letter.notes, ...head.notes], forwardedFrom: own.sender };
}

/** The lines of a paragraph as blocks. */
const linesOfBlock = (block: Block): readonly Block[] =>
  block.type === 'paragraph' ? block.text.split('\n').map((text) => ({ type: 'paragraph', text })) : [block];

/** Lines as paragraphs: a blank line belongs to the paragraph above it. What is quoted is a paragraph of its own. */
function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? '';
    const isFirst =
      at === 0 ||
      // RFC 3676 §4.3: the signature is below `-- `.
      /^-- ?$/.test(line) ||
      (before.trim() === '' && line.trim() !== '') ||
      (before.trim() !== '' && line.startsWith('>') !== before.startsWith('>'));
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

/** A quotation that is left is the text that a mail forwards. */
const unquoted = (block: Block, _: number, all: readonly Block[]): Block =>
  block.type === 'quote' && all.every(({ type }) => type === 'quote' || type === 'list')
    ? { ...block, type: 'paragraph' }
    : block;
