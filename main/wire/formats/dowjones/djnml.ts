import type { Block, Problem } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
  oneLine,
  rawText,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { textToBlocks } from '../../markup/plain-blocks.ts';
import type { Facts, FoundNote } from '../../story/facts.ts';
import type { Story } from '../../story/reading.ts';
import { namesOf } from '../../text/byline.ts';
import type { XmlShape } from '../generic/xml.ts';

/** Dow Jones NML (djnml-1.0): a story of Dow Jones Newswires, or an administrative message that deletes or changes some. */
export const djnml: XmlShape = {
  name: 'djnml',
  label: 'Dow Jones NML',
  isRoot: (name) => name === 'djnml',
  stories: (root) => {
    const orders = childrenOf(at(root, 'administration'));
    return orders.length > 0 ? orders.flatMap(orderStory) : [{ read: () => storyFacts(root) }];
  },
};

/** Publisher, product, day and running number of that day identify a story (djnml-1.0, `djnml`). */
function identityOf(element: MarkupElement): string | undefined {
  const parts = ['publisher', 'product', 'docdate', 'seq'].map((name) => attributeOf(element, name));
  return parts.every(Boolean) ? `urn:djnml:${parts.join(':')}` : undefined;
}

const PROVIDERS = ['Dow Jones'];

function storyFacts(root: MarkupElement): Facts {
  const wire = find(root, 'djn-newswires');
  const data = find(wire, 'djn-mdata');
  const body = at(root, 'body');
  const { headline, tickers } = headlineOf(lineText(at(body, 'headline')));
  const text = textOf(at(body, 'text'));
  const copyright = at(root, 'head', 'copyright');
  const companies = findAll(find(data, 'djn-company'), 'c').map(lineText);
  return {
    guid: identityOf(root),
    number: attributeOf(root, 'seq'),
    headline,
    dateline: text.place,
    byline: text.byline,
    categories: findAll(find(data, 'djn-subject'), 'c').map((code) => ({
      code: lineText(code)?.replace(/^N\//u, 'DJ:'),
    })),
    keywords: distinct([...companies, ...tickers]),
    // A hot headline interrupts; no other scale is sent.
    urgency: attributeOf(data, 'hot')?.toUpperCase() === 'Y' ? 2 : undefined,
    language: attributeOf(root, 'xml:lang'),
    providers: PROVIDERS,
    clocks: PROVIDERS,
    times: [attributeOf(data, 'display-date'), attributeOf(root, 'docdate')],
    body: text.blocks,
    notes: text.notes,
    rights: [copyright ? `© ${attributeOf(copyright, 'year') ?? ''} ${attributeOf(copyright, 'holder') ?? ''}` : ''],
    isAgency: true,
  };
}

/** `Sample Buys Ferries >SMPL` names the shares the story is about. */
function headlineOf(line: string | undefined): { headline: string | undefined; tickers: string[] } {
  const tickers = /(?: >\s?[A-Z\d.]{1,8}(?: [A-Z\d.]{1,8}){0,3}){1,9}$/u.exec(line ?? '')?.[0] ?? '';
  return {
    headline: line?.slice(0, line.length - tickers.length).replace(/^\*?DJ\s+(?=\S)/u, ''),
    tickers: tickers.split(/[\s>]+/u).filter(Boolean),
  };
}

/** The end of a text: who it is from, when it went out on the screens. */
const END =
  /^\(?(?:\(?END\)?\s+)?Dow Jones Newswires\)?$|^\(END\)|^\p{Lu}\p{Ll}{2,8} \d{1,2}, \d{4} \d{1,2}:\d\d ET\b/u;
const CONTACT = /^(?:-?By .{3,80}, Dow Jones Newswires;|Write to .{3,120} at \S+@|Contact us in )/u;
/** `LONDON--The ferry …`, `LONDON (Dow Jones)--The ferry …`. */
const PLACE =
  /^(?<place>\p{Lu}{2}[\p{Lu} .'’-]{0,38}(?:, \p{Lu}[\p{L}. ]{1,20})?)(?:\s?\([^()]{2,30}\))?\s?--\s?(?=\S)/u;
const MAX_END_CHARS = 200;

interface Text {
  readonly blocks: readonly Block[];
  readonly notes: readonly FoundNote[];
  readonly byline: string | undefined;
  readonly place: string | undefined;
}

/** Paragraphs are marked up; what stands in `pre` is typed: bylines, tables, contacts. */
function textOf(text: MarkupElement | undefined): Text {
  const all = childrenOf(text).flatMap((part) =>
    part.name === 'pre' ? textToBlocks(rawText(part)) : blocksOf([part]),
  );
  const lines = all.map((block) => (block.type === 'paragraph' ? (oneLine(block.text) ?? '') : ''));
  const isShort = (line: string) => line !== '' && line.length <= MAX_END_CHARS;
  const bylineAt = lines.findIndex((line) => isShort(line) && namesOf(line) !== undefined);
  const isByline = (at: number) => at === bylineAt && at < 2;
  const isContact = (at: number) => isShort(lines[at] ?? '') && CONTACT.test(lines[at] ?? '');
  const isEnd = (at: number) => at > 0 && isShort(lines[at] ?? '') && END.test(lines[at] ?? '');
  const place = lines.map((line) => PLACE.exec(line.slice(0, 100))?.groups?.place).find(Boolean);
  return {
    blocks: all.filter((_, at) => !isByline(at) && !isContact(at) && !isEnd(at)),
    notes: lines.flatMap((line, at): FoundNote[] =>
      isContact(at) ? [{ text: line, kind: 'contact' }] : isEnd(at) ? [{ text: line, kind: 'nonpublic' }] : [],
    ),
    byline: isByline(bylineAt) ? namesOf(lines[bylineAt] ?? '') : undefined,
    place,
  };
}

/** A story that an administrative message deletes, or what it changes in one. A story that only expires stays. */
function orderStory(order: MarkupElement): Story[] {
  const id = identityOf(order);
  const item = id ?? order.name;
  const [reason, sent] = ['reason', 'docdate'].map((name) => attributeOf(order, name));
  const known: Facts = { number: attributeOf(order, 'seq'), providers: PROVIDERS, times: [sent], isAgency: true };
  if (/delete/i.test(order.name)) {
    const killed: Facts = {
      ...known,
      guid: id,
      statusWord: 'deleted',
      slug: id,
      notes: [{ text: reason, kind: 'reason' }],
    };
    return reason?.toLowerCase() === 'expire' ? [] : [{ item, read: () => killed }];
  }
  return [{ item, read: () => changeFacts(order, id, known) }];
}

function changeFacts(order: MarkupElement, id: string | undefined, known: Facts): Facts | Problem {
  const text = textOf(find(order, 'text') ?? find(order, 'summary'));
  return {
    ...known,
    headline: headlineOf(lineText(find(order, 'headline'))).headline,
    body: text.blocks,
    notes: text.notes,
    signals: ['correction'],
    references: id ? [{ relation: 'corrects', id }] : [],
  };
}
