import { agencyTime } from '../../agencies/agency-time.ts';
import { type Block, blockText, type RichText } from '../../dispatch.ts';
import { normaliseText } from '../../normalise.ts';
import { namesOf } from '../../text/byline.ts';

/** What a page says of its article beside the text. */
interface PageFacts {
  readonly headline: string | undefined;
  readonly authors: readonly string[];
  /** The text in the page's own data (schema.org, articleBody); empty where it has none. */
  readonly articleBody: string;
}

/**
 * The text of an article among the blocks of its page: what the page's own data has as text, else everything without
 * breadcrumbs, repeated headline, author and date above it, and without boxes of links to other articles.
 */
export function pageText(blocks: readonly Block[], page: PageFacts): Block[] {
  return measured(blocks, page.articleBody) ?? withoutLinkBoxes(blocks.slice(textStart(blocks, page)));
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

/** Characters of a line that names an author or a day. */
const MAX_LINE_CHARS = 90;
const AUTHOR = /^(?:von|by|par|por|di|door|text)\s/iu;

/** Where the text begins: the first block that is no breadcrumb, repeated headline, author or date. All of it if that is all. */
function textStart(blocks: readonly Block[], { headline, authors }: PageFacts): number {
  const names = authors.map(normaliseText);
  const isAbove = (block: Block): boolean => {
    const text = blockText(block);
    const normal = normaliseText(text);
    if (headline !== undefined && normal === normaliseText(headline)) return true;
    if (block.type === 'list') return isLinked(block);
    if (block.type !== 'paragraph' || text.length > MAX_LINE_CHARS) return false;
    const isNamed = names.some((name) => name !== '' && normal.includes(name));
    return (AUTHOR.test(text) && (isNamed || isLinked(block))) || names.includes(normal) || isMeta(text);
  };
  const repeated = blocks
    .slice(0, MAX_ABOVE_HEADLINE)
    .findIndex((block) => headline !== undefined && normaliseText(blockText(block)) === normaliseText(headline));
  const isShort = (block: Block) => blockText(block).length <= MAX_LINE_CHARS;
  const from = blocks.slice(0, Math.max(repeated, 0)).every(isShort) ? Math.max(repeated, 0) : 0;
  const start = blocks.findIndex((block, at) => at >= from && !isAbove(block));
  return Math.max(start, 0);
}

/** Blocks above a repeated headline: kicker, category, date. */
const MAX_ABOVE_HEADLINE = 5;
/** How long it takes to read. */
const READING_TIME =
  /^(?:lesedauer|lesezeit|reading time|temps de lecture|tempo di lettura|tiempo de lectura|leestijd)\b|\b\d{1,2}[ -]?min(?:uten?|utes?|\.)?(?: (?:read|lesezeit|lesedauer))?$/iu;
/** A date among other words, as in `Jule Petersen, 02.04.2026`. */
const DATE_IN_LINE =
  /\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{4}|\d{1,2} \p{L}{3,9} \d{4}|\d{4}-\d\d-\d\d|\p{L}{3,9} \d{1,2}, \d{4}/u;

/** Who wrote it, when, and how long it takes to read, joined by dots and bars. */
function isMeta(text: string): boolean {
  if (DATE_IN_LINE.test(text) && !/[.!?]["”“»]?$/u.test(text)) return true;
  return text
    .split(/[·•|]/u)
    .map((part) => part.trim())
    .every((part) => READING_TIME.test(part) || namesOf(part) !== undefined || isDate(part));
}

const LABEL =
  /^(?:stand|aktualisiert(?: am)?|veröffentlicht(?: am)?|erstellt(?: am)?|published(?: on)?|updated(?: on)?|posted(?: on)?|publié le|mis à jour le|pubblicato il|publicado el|gepubliceerd(?: op)?|publicerad|publisert)\s*:?\s*/iu;

function isDate(text: string): boolean {
  const bare = text
    .replace(LABEL, '')
    .replace(/[,|]\s*(?=\d{1,2}[:.]\d\d)/u, ' ')
    .replace(/(?<!\s)\s+Uhr$/iu, '')
    .trim();
  return /\d{4}|\d:\d\d/u.test(bare) && agencyTime(bare).iso !== undefined;
}

/** Headings of boxes with other articles. */
const OTHERS =
  /^(?:mehr (?:zum thema|zu diesem thema|lesen|dazu)|zum thema|empfehlungen|unsere empfehlungen|lesen sie auch|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|weitere (?:themen|artikel|meldungen|nachrichten)|meistgelesen\w*|verwandte (?:themen|artikel)|schlagwort\w*|themen|related(?: (?:stories|articles|topics|content))?|read (?:more|also|next)|more (?:on this(?: story)?|from .{1,40}|stories)|most (?:read|popular)|you (?:may|might) also like|recommended|topics|tags|lire aussi|leer más)\s*:?$/iu;

/** Without headings of such boxes and the links below them, and without lists of nothing but links. */
function withoutLinkBoxes(blocks: readonly Block[]): Block[] {
  let isInBox = false;
  return blocks.filter((block) => {
    const text = blockText(block);
    if (isPromotion(block)) return false;
    if (
      text.length <= MAX_LINE_CHARS &&
      (block.type === 'heading' || block.type === 'paragraph') &&
      OTHERS.test(text.trim())
    ) {
      isInBox = true;
      return false;
    }
    if (block.type === 'heading') isInBox &&= isLinked(block);
    else if (!isLinked(block)) isInBox = false;
    return !(isInBox || (block.type === 'list' && block.items.length > 1 && isLinked(block)));
  });
}

const MAX_PROMOTION_CHARS = 180;
const AD =
  /^(?:-{0,3}\s?)(?:anzeige|werbung|advertisement|publicité|pubblicità|publicidad|annons|zur startseite|nach oben|back to top|teilen|drucken|merken)(?:\s?-{0,3})$/iu;
/** What leads away from the text; the sign in front is often an arrow. */
const AWAY =
  /^(?:[^\p{L}\d"„“«»]{1,4}\s*)?(?:lesen sie (?:auch|hier|dazu|mehr)|lesetipp|mehr (?:zum thema|dazu|lesen)|auch interessant|read (?:more|also|next)|see also|related|more on this|watch|lire aussi|à lire|leggi anche|lea también|lees ook|läs också|les også)(?![\p{L}])\s?[:–-]?/iu;
const SHARE =
  /^(?:teilen sie diese[nms]? (?:artikel|beitrag|text)|(?:diesen )?artikel (?:teilen|drucken|merken|versenden)|share this (?:article|story|page)|sign up (?:to|for) our newsletters?|subscribe to our newsletters?|newsletter abonnieren|partager (?:cet|l.)article|condividi (?:questo )?articolo|compartir (?:este )?artículo)\W{0,3}$/iu;
const CHANNEL =
  /(?:whatsapp|telegram)[- ]?kanal|newsletter (?:abonnieren|anmelden)|google news|push[- ]nachrichten|sign up (?:to|for)|jetzt (?:abonnieren|anmelden)/iu;

/** A line that sells or leads to something else, in the middle of a text: with a link, or nothing but such words. */
function isPromotion(block: Block): boolean {
  if (block.type !== 'paragraph' && block.type !== 'heading') return false;
  const text = block.text.trim();
  if (text.length > MAX_PROMOTION_CHARS) return false;
  const hasLink = block.marks?.some((mark) => mark.kind === 'link') ?? false;
  return AD.test(text) || SHARE.test(text) || (hasLink && (AWAY.test(text) || CHANNEL.test(text)));
}

/** True for a block of which every word is a link. */
function isLinked(block: Block): boolean {
  if (block.type === 'list') return block.items.every(isLink);
  return 'marks' in block && isLink(block);
}

function isLink({ text, marks = [] }: RichText): boolean {
  const linked = marks.filter((mark) => mark.kind === 'link').reduce((sum, mark) => sum + mark.to - mark.from, 0);
  // `Von` before a linked author, a sign before a linked title.
  return linked > 0 && linked >= text.length - 6;
}
