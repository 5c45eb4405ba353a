import { foldText, wordsOf } from '../../preload/text/folded-text.ts';
import { numberKey } from '../library/library.ts';
import { blockText, Dispatch } from '../wire/dispatch.ts';
import { sha256 } from '../wire/normalise.ts';
import { escaped, fitsKey } from './wire-text.ts';

/** A dispatch as the server takes it in. */
export interface SharedDispatch {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly number: string | null;
  readonly published: string;
  readonly headline: string;
  readonly document: string;
  /** A tsvector. */
  readonly words: string;
  readonly orders: readonly (readonly [target: string, relation: 'kills' | 'holds'])[];
}

/** What stands for a file in the documents of the server: where it lay is of no use elsewhere, and differs for one story. */
const NO_FILE = { path: '', size: 0, sha256: '' };

/** A dispatch for the server, with the hash of its document; undefined if the server could not store it. */
export function toServer(dispatch: Dispatch): { hash: string; shared: SharedDispatch } | undefined {
  const id = escaped(dispatch.id);
  const published = new Date(dispatch.publishedAt);
  if (!fitsKey(id) || Number.isNaN(published.getTime())) return undefined;
  const { file, receivedAt: _, ...rest } = dispatch;
  const document = JSON.stringify({ ...rest, receivedAt: dispatch.publishedAt, file: { ...file, ...NO_FILE } });
  const number = dispatch.number === undefined ? null : escaped(numberKey(dispatch.source, dispatch.number));
  const orders = (dispatch.refersTo ?? []).flatMap(({ relation, id: target, number: its }) => {
    if (relation !== 'kills' && relation !== 'holds') return [];
    const meant = target ?? (its === undefined ? undefined : numberKey(dispatch.source, its));
    return meant === undefined || !fitsKey(escaped(meant)) ? [] : [[escaped(meant), relation] as const];
  });
  return {
    hash: sha256(Buffer.from(document)),
    shared: {
      id,
      version: dispatch.version,
      source: escaped(dispatch.source ?? ''),
      number: number !== null && fitsKey(number) ? number : null,
      published: published.toISOString(),
      headline: escaped(dispatch.headline),
      document,
      words: vectorOf(dispatch),
      orders,
    },
  };
}

/** A dispatch from the server; `path` stands for its file. Undefined for one that a newer version has written. */
export function fromServer(document: string, path: string, receivedAt: string): Dispatch | undefined {
  try {
    const found = Dispatch.parse(JSON.parse(document));
    return { ...found, receivedAt, file: { ...found.file, path: `${path}${found.id}` } };
  } catch {
    return undefined;
  }
}

/** A tsvector has room for a megabyte, and for positions up to 16,383. */
const MAX_WORDS = 12_000;
const MAX_POSITION = 16_383;
/** No word of a text is longer that anybody would look for. */
const MAX_LETTERS = 100;

/**
 * The words of a dispatch as a tsvector, folded as in the index of a library: of the headline with weight A, of the body with B, of
 * the rest with C. Sources, categories and urgency are words that no text has.
 */
function vectorOf(dispatch: Dispatch): string {
  const lexemes = new Map<string, string[]>();
  let position = 0;
  const add = (word: string, weight: string) => {
    const places = lexemes.get(word) ?? [];
    if (places.length < 255) places.push(`${Math.min(position, MAX_POSITION)}${weight}`);
    lexemes.set(word, places);
  };
  const text = (given: string, weight: string) => {
    for (const word of wordsOf(foldText(given)).slice(0, MAX_WORDS)) {
      position += 1;
      add(word.slice(0, MAX_LETTERS), weight);
    }
    // No phrase reaches from one text into the next.
    position += 2;
  };
  text(dispatch.headline, 'A');
  for (const block of dispatch.body) {
    if (lexemes.size < MAX_WORDS) text(blockText(block), 'B');
  }
  const { kicker, subhead, slug, dateline, byline, source, categories, keywords } = dispatch;
  for (const part of [kicker, subhead, slug, dateline, byline, source, ...categories, ...keywords])
    if (part) text(part, 'C');
  position = 1;
  for (const name of namesOf(source ?? '')) add(`=s${name}`, 'D');
  for (const category of categories) for (const name of namesOf(category)) add(`=c${name}`, 'D');
  add(`=u${dispatch.urgency}`, 'D');
  return [...lexemes].map(([word, places]) => `${quoted(word)}:${places.join(',')}`).join(' ');
}

/** A name, and the words in it, as fields of a search compare them. */
function namesOf(name: string): string[] {
  const folded = foldText(name).slice(0, MAX_LETTERS);
  return [...new Set([folded, ...wordsOf(folded)])].filter((one) => one !== '');
}

/** A lexeme in tsvector and tsquery (PostgreSQL, "Text Search Types"). */
export const quoted = (lexeme: string): string =>
  `'${lexeme.toWellFormed().replace(/\0/g, '').replace(/['\\]/g, '$&$&')}'`;
