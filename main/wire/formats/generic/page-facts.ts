import { agencyTime } from '../../agencies/agency-time.ts';
import { isTimeLine } from '../../agencies/time-line.ts';
import { type Block, blockText } from '../../dispatch.ts';
import { attributeOf, everyElement, find, findAll, lineText, type MarkupElement } from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { normaliseText } from '../../normalise.ts';
import { speaksOfEmbargo } from '../../story/embargo.ts';
import { namesOf } from '../../text/byline.ts';
import { germanDates, writtenDate } from '../../times/text-times.ts';

/** Blocks above a text in which its time stands, and characters of such a line. */
const MAX_ABOVE = 8;
const MAX_TIME_CHARS = 180;

/** A day with its hour, in the languages of news pages. */
const TIME =
  /(?:\d{1,2}\.? ?(?:de )?\p{L}{3,9}\.?(?: de)? \d{4}|\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)(?:\s?[,–-]?\s?(?:um|kl\.?|à|alle|at|a las|om|ore)?\s?\d{1,2}[:.h]\d{2}(?:\s?[ap]m)?(?:\s(?:Uhr|[A-Z]{2,4})(?!\p{L}))?)/u;

/** Times that people read above the text: `Stand: 2. April 2026, 14:05 Uhr`. */
export const visibleTimes = (blocks: readonly Block[]): string[] =>
  blocks
    .slice(0, MAX_ABOVE)
    .filter((block) => block.type !== 'heading')
    .flatMap((block) => blockText(block).split('\n'))
    .filter((line) => line.length <= MAX_TIME_CHARS && !speaksOfEmbargo(line))
    .flatMap((line) => {
      const time = TIME.exec(line)?.[0].replace('–', '-');
      if (time !== undefined && agencyTime(time).iso !== undefined) return time;
      return (germanDates(line)[0] ?? writtenDate(line))?.raw ?? (isTimeLine(line) ? [line] : []);
    });

const NAMES = String.raw`\p{Lu}[\p{L}.'’-]+(?: (?:(?:de|der|van|von|da|di|al|el) )?\p{Lu}[\p{L}.'’-]*){1,3}`;
/** `Par Jane Roe Publié le …`, `Von: Ole Brandt`, `di Jane Roe`. */
const AUTHORED = new RegExp(
  String.raw`^(?:[Pp]ar|[Bb]y|BY|[Vv]on|[Dd]i|[Pp]or|[Dd]oor|[Aa]v|[Aa]f|Text):? (?<names>${NAMES}(?:(?:,| und| and| et| y| e) ${NAMES}){0,3})(?=$|\s(?:Publié|Published|Updated|Mis|\d|[|·•–-])|[,|·•])`,
  'u',
);
/** `Jane Roe, Transport correspondent`. */
const WITH_JOB =
  /^(?<names>\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+),?\s.{0,30}(?:correspondent|reporter|editor|journalist|redakteur(?:in)?|[Kk]orrespondent(?:in)?)$/u;
const MAX_AUTHOR_CHARS = 180;

/** The author that people read above the text: `By Jane Roe`. */
export const visibleAuthor = (blocks: readonly Block[]): string | undefined =>
  blocks
    .slice(0, MAX_ABOVE)
    .map((block) => {
      const line = blockText(block).split('\n', 1)[0] ?? '';
      return (
        namesOf(line.slice(0, 90)) ??
        (line.length <= MAX_AUTHOR_CHARS ? (AUTHORED.exec(line) ?? WITH_JOB.exec(line))?.groups?.names : undefined)
      );
    })
    .find((names) => names !== undefined);

const BYLINE = /^(?:[\w-]{1,20}[_-]{1,2})?(?:author|byline|autor|auteur|firma|autore)(?:[_-]{1,2}name)?$/iu;
const PERSON = new RegExp(
  `^(?:(?:[Pp]ar|[Bb]y|BY|[Vv]on|[Dd]i|[Pp]or|[Dd]oor|[Aa]v|[Aa]f):? )?(?<name>${NAMES})(?:$|(?= (?:${NAMES})$))`,
  'u',
);

/** The author in an element that is marked as such: by microdata or `rel="author"` anywhere, by a class inside the `article`. */
export const markedAuthor = (article: MarkupElement, page: MarkupElement): string | undefined =>
  authorIn(article, isNamedAuthor) ?? authorIn(page, isStatedAuthor);

const isStatedAuthor = (element: MarkupElement): boolean =>
  attributeOf(element, 'itemprop') === 'author' || attributeOf(element, 'rel') === 'author';
const isNamedAuthor = (element: MarkupElement): boolean =>
  isStatedAuthor(element) ||
  (attributeOf(element, 'class') ?? '').split(/\s+/).some((name) => name.length < 60 && BYLINE.test(name));

function authorIn(around: MarkupElement, isAuthor: (element: MarkupElement) => boolean): string | undefined {
  for (const element of everyElement(around)) {
    if (!isAuthor(element)) continue;
    const named = findAll(element, 'span', 'a', 'meta').find((found) => attributeOf(found, 'itemprop') === 'name');
    const texts = [lineText(named), attributeOf(named, 'content'), lineText(find(element, 'a')), firstLine(element)];
    const name = texts
      .map((text) => (text === undefined || text.length > 60 ? undefined : PERSON.exec(text)?.groups?.name))
      .find(Boolean);
    if (name !== undefined) return name;
  }
  return undefined;
}

const firstLine = (element: MarkupElement): string | undefined => {
  const [block] = blocksOf([element]);
  return block && blockText(block).split('\n', 1)[0];
};

/** The publisher that microdata name. */
export function markedPublisher(page: MarkupElement): string | undefined {
  for (const element of everyElement(page)) {
    if (attributeOf(element, 'itemprop') !== 'publisher') continue;
    const named = findAll(element, 'span', 'a', 'meta', 'div').find(
      (found) => attributeOf(found, 'itemprop') === 'name',
    );
    return attributeOf(named, 'content') ?? lineText(named);
  }
  return undefined;
}

/** Between a headline and the name of the site in a title. */
const BETWEEN = /\s(?:[|»·•–—-]|::)\s/u;
const PRINTED =
  /^(?:druck(?:version|ansicht)|print(?:er)?[ -]?(?:version|view|friendly)|version imprimable|versione? stampabile)$/iu;

/** A title as headline and site; `blocks`: the text of the page, in which the headline may stand alone. */
export function titleParts(
  title: string | undefined,
  blocks: readonly Block[],
): { headline?: string | undefined; site?: string | undefined } {
  if (title === undefined) return {};
  const parts = title
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return { headline: title };
  const lines = new Set(blocks.slice(0, 2 * MAX_ABOVE).map((block) => normaliseText(blockText(block))));
  const printed = parts.find((part) => lines.has(normaliseText(part)) && part.split(' ').length > 1);
  const others = parts.filter((part) => part !== printed && !PRINTED.test(part));
  if (parts.some((part) => PRINTED.test(part))) {
    const heading = blocks.find((block) => block.type === 'heading' && block.level === 2);
    return { headline: heading && 'text' in heading ? heading.text : others.at(-1), site: others[0] };
  }
  return printed === undefined
    ? { headline: title }
    : { headline: printed, site: others.length === 1 ? others[0] : undefined };
}
