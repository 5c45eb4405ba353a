import { type Block, blockText, type RichText, type Teaser } from '../dispatch.ts';

const WORDS = [
  'mehr (?:zum thema|zu diesem thema|dazu|lesen)|lesen sie (?:auch|dazu|mehr|hier)|weitere (?:meldungen|artikel|nachrichten)|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|lesetipps?',
  'related (?:stories|articles|coverage|news|links|content)|read (?:more|also|next)|see also|more on this(?: story)?|more stories',
  'lire aussi|à lire(?: aussi)?|sur le même sujet|leer también|lea también|le puede interesar|te puede interesar|más información sobre',
  'leggi anche|per approfondire|lees (?:ook|meer)|meer over dit onderwerp|læs også|les også|läs (?:också|även|mer)|relaterat',
].join('|');
const HEADING = new RegExp(String.raw`^\W{0,4}(?:${WORDS})\s?[:–-]?\s?$`, 'iu');
const INLINE = new RegExp(String.raw`^\W{0,4}(?:${WORDS})\s?:\s?(?<title>\S[^\n]{3,160})$`, 'iu');
/** Characters of a headline. */
const MAX_TITLE_CHARS = 160;

/** A text without links to other stories, and these. */
export interface WithoutRelated {
  readonly body: readonly Block[];
  readonly related: readonly Teaser[];
}

/**
 * Splits from a text what leads to other stories: the headlines below `Mehr zum Thema`, up to the first that is none, and
 * `Lesen Sie auch: …` wherever it stands.
 */
export function splitRelated(blocks: readonly Block[]): WithoutRelated {
  const body: Block[] = [];
  const related: Teaser[] = [];
  let isBelow = false;
  for (const [at, block] of blocks.entries()) {
    if (isHeading(block) && titlesOf(blocks[at + 1]) !== undefined && at > 0) {
      isBelow = true;
      continue;
    }
    const titles = isBelow ? titlesOf(block) : titleIn(block);
    if (titles === undefined || at === 0) {
      isBelow = false;
      body.push(block);
    } else for (const text of titles) related.push({ text, certain: false });
  }
  return body.length > 0 ? { body, related } : { body: blocks, related: [] };
}

const isHeading = (block: Block): boolean =>
  (block.type === 'paragraph' || block.type === 'heading') && HEADING.test(block.text);

/** The headline in `Lesen Sie auch: …`. */
function titleIn(block: Block): string[] | undefined {
  const title =
    block.type === 'paragraph' ? INLINE.exec(block.text)?.groups?.title?.replace(/(?<![\s+])[\s+]+$/u, '') : undefined;
  return title === undefined ? undefined : [title];
}

/** The headlines that a block is; undefined for text. */
function titlesOf(block: Block | undefined): string[] | undefined {
  const lines: readonly RichText[] | undefined =
    block?.type === 'list'
      ? block.items
      : block?.type === 'paragraph' || block?.type === 'heading'
        ? [block]
        : undefined;
  if (block === undefined || lines === undefined || lines.length === 0) return undefined;
  const isTitle = lines.every(
    (line) =>
      line.text.length <= MAX_TITLE_CHARS &&
      !line.text.includes('\n') &&
      (isLink(line) || !/[.:;,]["”“»]?$/u.test(line.text.trim())),
  );
  return isTitle ? blockText(block).split('\n') : undefined;
}

const isLink = ({ text, marks = [] }: RichText): boolean =>
  marks.some(({ kind, from, to }) => kind === 'link' && to - from >= text.length - 4);
