import { type Block, blockText, type Note, type Teaser } from '../dispatch.ts';
import { oneLine } from '../markup/markup.ts';
import { splitDateline } from '../markup/markup-dateline.ts';
import { relaidOut } from '../markup/typed-paragraph.ts';
import { normaliseText } from '../normalise.ts';
import { takeDateline } from '../text/dateline.ts';
import { splitDeskLines } from '../text/desk-lines.ts';
import { isEditorNote, isForDesks, splitClosed, splitNotebookBlocks, splitNotes } from '../text/notebook.ts';
import { splitRelated } from '../text/related-lines.ts';
import { splitContactBlocks, splitContacts } from '../text/release-contact.ts';
import { isPictureCredit, splitSignOffBlocks } from '../text/sign-off.ts';
import { withSubHeadings } from '../text/sub-headings.ts';
import { asItStands, isOverlong, toBlocks } from '../text/wrapped-text.ts';
import { bareDateline } from './bare-dateline.ts';
import { isBareEmbargo, leadingEmbargo } from './embargo.ts';
import type { Facts, TypedCopy } from './facts.ts';
import { notesOf } from './notes.ts';

/** The body of a story, and what else its text contained. */
export interface Copy {
  readonly body: Block[];
  readonly dateline?: string | undefined;
  /** The agency in the dateline of typed copy. */
  readonly agency?: string | undefined;
  readonly byline?: string | undefined;
  /** A heading between headline and text. */
  readonly subhead?: string | undefined;
  readonly notes: readonly Note[];
  /** Other stories that the text leads to. */
  readonly related: readonly Teaser[];
}

/**
 * Splits the text of a story into its body and notes to the desk, contacts, a repeated headline, byline and desk lines above the
 * text, and dateline. `source` is the sender as far as fields name it: a dateline or sign-off with its name is recognised.
 */
export function readCopy(facts: Facts, headline: string | undefined, source: string): Copy {
  const typed = (facts.body ?? []).map((part) =>
    part.type === 'typed' ? readTyped(part, source) : { blocks: relaidOut(part), notes: [] },
  );
  const isTyped =
    facts.isTyped || typed.some(({ blocks }, i) => facts.body?.[i]?.type !== 'typed' && blocks[0] !== facts.body?.[i]);
  const parted = deskParts(
    typed.flatMap((part) => part.blocks),
    source,
  );
  const desk = splitDeskLines(withoutRepeated(parted.body, headline));
  // Below the author that signs a text stands more.
  const foot = desk.body.at(-1) === parted.body.at(-1) ? undefined : splitFoot(desk.body, source);
  const text = foot?.body ?? desk.body;
  const printed = isTyped ? typedDateline(facts, text) : splitDateline([...text], facts.dateline, source);
  const placed = printed.dateline === undefined ? { ...printed, ...bareDateline(printed.body) } : printed;
  const body = withoutRepeated(withoutRepeated(placed.body, headline), facts.dateline);
  // Above the paragraph with the dateline, in markup.
  const [heading] = body;
  const isSubhead = !facts.isTyped && placed.dateline !== undefined && !oneLine(facts.subhead) && body.length > 1;
  const subhead = isSubhead && heading?.type === 'heading' ? heading.text : undefined;
  return {
    ...placed,
    body: subhead === undefined ? body : body.slice(1),
    subhead,
    byline: desk.byline,
    notes: [
      ...typed.flatMap((part) => part.notes),
      ...notesOf(desk.notes, false),
      ...parted.notes,
      ...(foot?.notes ?? []),
      ...otherByline(facts, desk.byline),
    ],
    related: parted.related,
  };
}

/** An author in the text where a field names another one. */
const otherByline = ({ byline: given }: Facts, printed: string | undefined): Note[] =>
  given === undefined || printed === undefined || normaliseText(given).includes(normaliseText(printed))
    ? []
    : [{ kind: 'nonpublic', text: printed }];

/** Parts of a text, and what was split from it. */
interface Parted {
  readonly body: readonly Block[];
  readonly notes: readonly Note[];
  readonly related: readonly Teaser[];
}

/** A text without what is for the desk in it: embargoes, contacts, sign-offs, the sentence that it is not for publication. */
function deskParts(all: readonly Block[], source: string): Parted {
  const isForDesk = (block: Block) => block.type === 'paragraph' && isForDesks(block.text);
  const isCredit = (block: Block) => block.type === 'paragraph' && isPictureCredit(block.text);
  const blocks = all.filter((block) => !isForDesk(block) && !isCredit(block));
  const credits = blocks.length > 0 ? all.filter(isCredit) : [];
  // A text of nothing else: the sentence is what the story says.
  const service = blocks.length > 0 ? [] : all.map((block): Note => ({ kind: 'nonpublic', text: blockText(block) }));
  const top = splitEmbargoes(blocks);
  const signed = splitSignOffBlocks(top.body, source);
  const noted = splitNotebookBlocks(signed.body);
  const edited = splitEditorNotes(noted.body);
  const foot = splitFoot(edited.body, source);
  const notes = [top, edited, noted, foot, signed].flatMap((part) => part.notes);
  const pictures = credits.map((block): Note => ({ kind: 'copyright', text: blockText(block).trim() }));
  return { body: foot.body, notes: [...notes, ...pictures, ...service], related: foot.related };
}

/** What stands below a text in any order: links to other stories, contacts, sign-offs. */
function splitFoot(blocks: readonly Block[], source: string): Parted {
  const linked = splitRelated(blocks);
  let { body } = linked;
  let notes: readonly Note[] = [];
  for (let before = body.length + 1; body.length < before; ) {
    before = body.length;
    const signed = splitSignOffBlocks(body, source);
    const released = splitContactBlocks(signed.body);
    body = released.body;
    notes = [...released.notes, ...signed.notes, ...notes];
  }
  return { body, notes, related: linked.related };
}

/** What speaks to editors above a text or below it. */
function splitEditorNotes(blocks: readonly Block[]): { body: readonly Block[]; notes: readonly Note[] } {
  const isNote = (block: Block, i: number) =>
    (i < TOP_BLOCKS || i === blocks.length - 1) && block.type === 'paragraph' && isEditorNote(block.text);
  const notes = blocks.filter(isNote).map((block): Note => ({ kind: 'editor', text: blockText(block).trim() }));
  // A text of nothing else is the text.
  return notes.length === 0 || notes.length === blocks.length
    ? { body: blocks, notes: [] }
    : { body: blocks.filter((block, i) => !isNote(block, i)), notes };
}

/** Blocks above the text, or at its top, in which an embargo stands. */
const TOP_BLOCKS = 4;

function splitEmbargoes(blocks: readonly Block[]): { body: readonly Block[]; notes: readonly Note[] } {
  const isEmbargo = (block: Block, i: number) =>
    i < TOP_BLOCKS && block.type === 'paragraph' && isBareEmbargo(block.text);
  const [first, ...others] = blocks;
  const leading = first?.type === 'paragraph' ? leadingEmbargo(first.text) : undefined;
  if (leading !== undefined) {
    const body: Block[] = [{ type: 'paragraph', text: leading.rest }, ...others];
    return { body, notes: [{ kind: 'embargo', text: leading.embargo }] };
  }
  const notes = blocks.filter(isEmbargo).map((block): Note => ({ kind: 'embargo', text: blockText(block).trim() }));
  // A text of nothing else is the text.
  return notes.length === 0 || notes.length === blocks.length
    ? { body: blocks, notes: [] }
    : { body: blocks.filter((block, i) => !isEmbargo(block, i)), notes };
}

function readTyped(copy: TypedCopy, source: string): { blocks: readonly Block[]; notes: readonly Note[] } {
  if (isOverlong(copy.lines)) return { blocks: [asItStands(copy.lines)], notes: [] };
  const parted = splitNotes(copy.lines, source);
  const released = splitContacts(parted.body);
  const closed = splitClosed(released.body);
  const blocks = copy.isTabular ? columns(closed.body) : withSubHeadings(toBlocks(closed.body));
  return { blocks, notes: [...parted.notes, ...closed.notes, ...released.notes] };
}

function columns(lines: readonly string[]): Block[] {
  const text = lines.join('\n').trimEnd().replace(/^\n+/, '');
  return text === '' ? [] : [{ type: 'preformatted', text }];
}

function typedDateline(facts: Facts, blocks: readonly Block[]): Pick<Copy, 'body' | 'dateline' | 'agency'> {
  const colon = facts.body?.some((part) => part.type === 'typed' && part.hasColonDateline === true) ?? false;
  const { body, place, agency } = takeDateline(blocks, { colon });
  return { body, dateline: place ?? facts.dateline, agency };
}

/** The text without a headline that is repeated above it. */
function withoutRepeated(body: readonly Block[], headline: string | undefined): Block[] {
  if (headline === undefined) return [...body];
  const normal = normaliseText(headline);
  const isHeadline = (block: Block) =>
    'text' in block && block.text.length < headline.length + 20 && normaliseText(block.text) === normal;
  const first = body.findIndex((block) => !isHeadline(block));
  return first < 0 ? [...body] : body.slice(first);
}
