import { type Block, blockText, type Note, type Teaser } from '../../dispatch.ts';
import { normaliseText } from '../../normalise.ts';
import {
  isAmendment,
  isBoxHeading,
  isCredit,
  isLinked,
  isMeta,
  isPaywall,
  isPictureLine,
  isPromotion,
  isSignature,
} from './page-lines.ts';

/** What a page says of its article beside the text. */
interface PageFacts {
  readonly headline: string | undefined;
  readonly authors: readonly string[];
  /** The text in the page's own data (schema.org, articleBody); empty where it has none. */
  readonly articleBody: string;
}

/** The text of an article, and what stood around it. */
interface PageText {
  readonly blocks: readonly Block[];
  readonly kicker?: string | undefined;
  readonly subhead?: string | undefined;
  /** Other articles that the page leads to. */
  readonly related: readonly Teaser[];
  readonly notes: readonly Note[];
  /** Only subscribers read on. */
  readonly isCut: boolean;
}

/**
 * The text of an article among the blocks of its page: what the page's own data has as text, else everything without
 * breadcrumbs, repeated headline, author and date above it, and without boxes of links to other articles.
 */
export function pageText(blocks: readonly Block[], page: PageFacts): PageText {
  const isAbove = aboveText(page);
  const { start, kicker } = textStart(blocks, page, isAbove);
  const known = measured(blocks, page.articleBody);
  const below = blocks
    .slice(start)
    .filter((block, at) => at >= MAX_UNDER_HEADLINE || block.type === 'list' || !isAbove(block));
  const credits = blocks
    .slice(start, start + MAX_UNDER_HEADLINE)
    .filter((block) => isAbove(block) && isCredit(blockText(block)))
    .map((block): Note => ({ kind: 'copyright', text: blockText(block).trim() }));
  const { kept, related } = withoutLinkBoxes(known ?? below);
  const wall = kept.findIndex((block, at) => at > 0 && isPaywall(block));
  const { body, notes } = withoutFoot(wall < 0 ? kept : kept.slice(0, wall), page.authors);
  const [first, second] = body;
  const isSubhead =
    known === undefined &&
    first?.type === 'heading' &&
    first.level === 2 &&
    second !== undefined &&
    second.type !== 'heading';
  return {
    blocks: isSubhead ? body.slice(1) : body,
    kicker,
    subhead: isSubhead ? first.text : undefined,
    related,
    notes: [...credits, ...notes],
    isCut: wall > 0,
  };
}

/** Part of the text in the page's data that its blocks have to hold, so that these are believed. */
const MIN_COVERED = 0.8;

/** The blocks from the first to the last that the page's data has, without paragraphs and lists it does not have. */
function measured(blocks: readonly Block[], articleBody: string): Block[] | undefined {
  const whole = normaliseText(articleBody);
  if (whole === '') return undefined;
  const isIn = blocks.map((block) => {
    const text = normaliseText(blockText(block));
    return text !== '' && whole.includes(text);
  });
  const isText = (index: number) => isIn[index] === true && blocks[index]?.type !== 'heading';
  const first = blocks.findIndex((_, index) => isText(index));
  const last = blocks.findLastIndex((_, index) => isText(index));
  if (first < 0) return undefined;
  const kept = blocks.filter(
    (block, index) =>
      index >= first && index <= last && (isIn[index] || block.type === 'heading' || block.type === 'table'),
  );
  const length = kept.reduce((sum, block) => sum + normaliseText(blockText(block)).length, 0);
  return length >= whole.length * MIN_COVERED ? kept : undefined;
}

/** Characters of a line that names an author or a day, and of one that names both and more. */
const MAX_LINE_CHARS = 90;
const MAX_META_CHARS = 180;
const AUTHOR = /^(?:von|by|par|por|di|door|av|af|text)(?:\s|:)/iu;
/** `Typ: Pressemitteilung`, `Datum: 13.03.2026`: above the releases of offices. */
const DATA_LIST = /^(?:typ|datum|date|erscheinungsdatum|ausgabe|nr\.?|nummer|ressort|kategorie|type)\s?:?$/iu;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\d]/gu, '').toLowerCase();
/** The same words, whatever signs and spaces keep kicker and headline apart. */
const isSame = (text: string, headline: string | undefined): boolean =>
  headline !== undefined && text.length < headline.length + 20 && lettersOf(text) === lettersOf(headline);

/** Tells what stands above a text and is none of it: repeated headline, author, date, buttons. */
function aboveText({ headline, authors }: PageFacts): (block: Block) => boolean {
  const names = authors.map(normaliseText);
  return (block) => {
    const text = blockText(block);
    const normal = normaliseText(text);
    if (isSame(text, headline) || isPromotion(block)) return true;
    if (block.type === 'list') return isLinked(block) || block.items.some((item) => DATA_LIST.test(item.text));
    if (block.type !== 'paragraph' || text.length > MAX_META_CHARS) return false;
    if (text.length > MAX_LINE_CHARS) return isMeta(text) && AUTHOR.test(text);
    const isNamed = names.some((name) => name !== '' && normal.includes(name));
    if ((AUTHOR.test(text) && (isNamed || isLinked(block))) || isMeta(text)) return true;
    return text.split('\n').every((line) => names.includes(normaliseText(line)) || isMeta(line));
  };
}

/** Where the text begins: the first block that does not stand above it. All of it if that is all. */
function textStart(
  blocks: readonly Block[],
  { headline }: PageFacts,
  isAbove: (block: Block) => boolean,
): { start: number; kicker?: string | undefined } {
  const repeated = blocks.slice(0, MAX_ABOVE_HEADLINE).findIndex((block) => isSame(blockText(block), headline));
  const isShort = (block: Block) => blockText(block).length <= MAX_LINE_CHARS;
  const from = blocks.slice(0, Math.max(repeated, 0)).every(isShort) ? Math.max(repeated, 0) : 0;
  const start = blocks.findIndex((block, at) => at >= from && !isAbove(block));
  const above = repeated > 0 ? blocks[repeated - 1] : undefined;
  const isKicker =
    above?.type === 'paragraph' &&
    !isAbove(above) &&
    !isLinked(above) &&
    above.text.length <= MAX_KICKER_CHARS &&
    !/[>»›/|]/u.test(above.text);
  return { start: Math.max(start, 0), kicker: isKicker ? above.text : undefined };
}

/** Blocks below a headline among which author and date stand, also behind a lead. */
const MAX_UNDER_HEADLINE = 6;
const MAX_KICKER_CHARS = 60;
/** Blocks above a repeated headline: kicker, category, date. */
const MAX_ABOVE_HEADLINE = 5;
/** Characters and words of a headline. */
const MAX_TITLE_CHARS = 160;
const MIN_TITLE_WORDS = 3;

/** Without headings of boxes of links and the links below them, without lists and paragraphs of nothing but links. */
function withoutLinkBoxes(blocks: readonly Block[]): { kept: Block[]; related: Teaser[] } {
  let isInBox = false;
  const left: Block[] = [];
  const kept = blocks.filter((block, at) => {
    if (isPromotion(block)) return false;
    if (isBoxHeading(block, blocks[at + 1])) {
      isInBox = true;
      return false;
    }
    if (block.type === 'heading') isInBox &&= isLinked(block);
    else if (!isLinked(block)) isInBox = false;
    const isOut = isInBox || (isLinked(block) && (block.type === 'list' ? block.items.length > 1 : isTeaser(block)));
    if (isOut) left.push(block);
    return !isOut;
  });
  if (kept.length === 0) return { kept: [...blocks], related: [] };
  const titles = left.flatMap((block) => blockText(block).split('\n')).map((text) => text.trim());
  const isTitle = (text: string) => text.length <= MAX_TITLE_CHARS && text.split(/\s/u).length >= MIN_TITLE_WORDS;
  return { kept, related: [...new Set(titles)].filter(isTitle).map((text) => ({ text, certain: false })) };
}

/** A paragraph that is a link to another article, not an address or a file. */
const isTeaser = (block: Block): boolean =>
  block.type === 'paragraph' && !/https?:|@|\.\p{L}{2,4}$|[.!?]$/u.test(block.text);

/** Blocks at the end in which authors and corrections stand. */
const FOOT_BLOCKS = 4;
const MAX_BIO_CHARS = 400;

/** Without what stands below an article: what was corrected in it, and who its author is. */
function withoutFoot(
  blocks: readonly Block[],
  authors: readonly string[],
): { body: readonly Block[]; notes: readonly Note[] } {
  const notes: Note[] = [];
  const isBio = (text: string) =>
    text.length <= MAX_BIO_CHARS &&
    authors.some((name) => name !== '' && text.startsWith(`${name.split(',', 1)[0]} `)) &&
    /^\S+(?: \S+){1,4} (?:is|ist|arbeitet|berichtet|covers|writes|schreibt|leitet|est|es|è) /u.test(text);
  const body = blocks.filter((block, at) => {
    const text = block.type === 'paragraph' && at > 0 && at >= blocks.length - FOOT_BLOCKS ? block.text : '';
    const kind = isAmendment(text)
      ? 'correction'
      : isPictureLine(text)
        ? 'copyright'
        : isBio(text) || isSignature(text)
          ? 'nonpublic'
          : undefined;
    if (kind !== undefined) notes.push({ kind, text });
    return kind === undefined;
  });
  return { body, notes };
}
