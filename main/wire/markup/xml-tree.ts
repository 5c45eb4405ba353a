import { SaxesParser } from 'saxes';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { htmlEntities } from './html-entities.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';

export interface XmlElement extends MarkupElement {
  /** The prefix as written, '' if there is none. An undeclared prefix is kept. */
  readonly prefix: string;
  /** The namespace, '' if there is none or the prefix is not declared. */
  readonly uri: string;
}

export interface XmlDocument {
  /** Several if the file is a concatenation of documents. */
  readonly roots: readonly XmlElement[];
  /** The first errors, with line and column. */
  readonly warnings: readonly Message[];
  /** False when the text stops inside an element. */
  readonly complete: boolean;
  /** Why the file was refused: nothing of it is used. */
  readonly refused?: Message;
}

export const XML_LIMITS = {
  characters: 32 * 1024 * 1024,
  depth: 200,
  nodes: 300_000,
  roots: 2_000,
  damages: 20_000,
} as const;
const MAX_WARNINGS = 8;

class Refusal extends Error {
  readonly why: Message;
  constructor(why: Message) {
    super(why.code);
    this.why = why;
  }
}
interface OpenElement {
  readonly qualifiedName: string;
  readonly element: XmlElement;
  readonly children: MarkupNode[];
}

/**
 * Reads XML into a tree. The document type declaration is skipped and never resolved: only the predefined entities and
 * HTML's named characters are known, so nothing expands and nothing is fetched. Errors (a bare `&`, an undeclared prefix, a
 * wrong end tag) give warnings; a wrong end tag closes only an element of its name. Never throws.
 */
export function readXml(text: string): XmlDocument {
  if (text.length > XML_LIMITS.characters) return refuse(message('xml.too-long', { most: XML_LIMITS.characters }));
  const reading = new Reading(text);
  try {
    return reading.read();
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.why);
    return { roots: [], warnings: [], complete: false, refused: message('xml.unreadable', { reason: String(error) }) };
  }
}
const refuse = (refused: Message): XmlDocument => ({ roots: [], warnings: [], complete: true, refused });

class Reading {
  readonly #text: string;
  readonly #linesBefore: number;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #roots: XmlElement[] = [];
  readonly #open: OpenElement[] = [];
  readonly #warnings: Message[] = [];
  /** End tags from saxes, applied later: for an end tag that matches nothing it first closes every element, then reports the error. */
  #ends: string[] = [];
  #strayText = '';
  #nodes = 0;
  #damages = 0;
  #closing = false;

  constructor(text: string) {
    this.#text = text.trimStart();
    this.#linesBefore = text.slice(0, text.length - this.#text.length).split('\n').length - 1;
  }

  read(): XmlDocument {
    const parser = this.#parser;
    Object.assign(parser.ENTITIES, htmlEntities);
    parser.on('error', (error) => this.#damaged(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', (declaration) => {
      if (/<!ENTITY\s+[\w.-]{1,80}\s+["'][^"'<>]{0,2000}?&[a-zA-Z]/.test(declaration)) {
        throw new Refusal(message('xml.entities'));
      }
    });
    parser.on('attribute', () => this.#count());
    parser.on('opentag', (tag) => {
      this.#applyEnds();
      const attributes = new Map<string, string>();
      for (const { name, local, value } of Object.values(tag.attributes)) {
        attributes.set(name === 'xml:lang' ? name : local, value);
      }
      this.#enter(
        { name: tag.local, prefix: tag.prefix, uri: tag.uri === tag.prefix ? '' : tag.uri, attributes },
        tag.name,
      );
    });
    parser.on('closetag', (tag) => this.#ends.push(tag.name));
    parser.on('text', (found) => this.#addText(found));
    parser.on('cdata', (found) => this.#addText(found));
    const text = escapeBareAmpersands(this.#text);
    if (text !== this.#text) this.#warnings.push(message('xml.ampersand'));
    parser.write(text);
    const stop = { line: parser.line + this.#linesBefore, column: parser.column + 1 };
    this.#closing = true;
    if (this.#text.lastIndexOf('<![CDATA[') > this.#text.lastIndexOf(']]>')) parser.write(']]>');
    parser.close();
    this.#applyEnds();
    const complete = this.#open.length === 0 && this.#roots.length > 0;
    const last = this.#open.at(-1);
    if (last) this.#warnings.unshift(message('xml.cut', { ...stop, element: last.qualifiedName }));
    this.#open.length = 0;
    return { roots: this.#roots, warnings: this.#warnings, complete };
  }

  #enter(found: Omit<XmlElement, 'children'>, qualifiedName: string): void {
    if (this.#open.length >= XML_LIMITS.depth)
      throw new Refusal(message('xml.too-deep', { most: XML_LIMITS.depth, ...this.#here() }));
    const children: MarkupNode[] = [];
    const element: XmlElement = { ...found, children };
    this.#add(element);
    this.#open.push({ qualifiedName, element, children });
  }

  #addText(found: string): void {
    this.#applyEnds();
    let text = found;
    if (this.#strayText) {
      text = text.replace(this.#strayText, '');
      this.#strayText = '';
    }
    if (text && this.#open.length > 0) this.#add(text);
  }

  #add(node: MarkupNode): void {
    this.#count();
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(node);
    else if (typeof node !== 'string') {
      if (this.#roots.length >= XML_LIMITS.roots)
        throw new Refusal(message('xml.too-many-documents', { most: XML_LIMITS.roots }));
      this.#roots.push(node as XmlElement);
    }
  }

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > XML_LIMITS.nodes)
      throw new Refusal(message('xml.too-many-nodes', { most: XML_LIMITS.nodes, ...this.#here() }));
  }

  #applyEnds(): void {
    const last = this.#ends.at(-1);
    if (last === undefined) return;
    this.#ends = [];
    this.#leave(last);
  }

  #leave(qualifiedName: string): void {
    const index = this.#open.findLastIndex((open) => open.qualifiedName === qualifiedName);
    if (index >= 0) this.#open.length = index;
  }

  #damaged(reason: string): void {
    if (this.#closing) {
      // Open elements are not closed at the end of the file: they show that it stops in the middle.
      if (reason.startsWith('unclosed tag')) this.#ends = [];
      return;
    }
    // In a concatenation of documents every further root would be an error.
    if (
      /^(?:documents may contain only one root|an XML declaration must be at the start|expected one of (?:version|encoding|standalone))/.test(
        reason,
      )
    )
      return;
    this.#damages += 1;
    if (this.#damages > XML_LIMITS.damages)
      throw new Refusal(message('xml.too-many-errors', { most: XML_LIMITS.damages, ...this.#here() }));
    const stray = /^unmatched closing tag: (.*)\.$/s.exec(reason)?.[1];
    if (stray !== undefined) {
      this.#ends = [];
      this.#leave(stray);
      this.#strayText += `</${stray}>`;
    }
    if (this.#damages <= MAX_WARNINGS) this.#warnings.push(message('xml.error', { reason, ...this.#here() }));
    else if (this.#damages === MAX_WARNINGS + 1) this.#warnings.push(message('xml.more-errors'));
  }

  #here = () => ({ line: this.#parser.line + this.#linesBefore, column: this.#parser.column });
}

/**
 * saxes treats everything from a bare `&` to the next `;` as an entity name, including tags: bare `&` are escaped first. CDATA
 * sections and comments stay as they are.
 */
function escapeBareAmpersands(text: string): string {
  const bare = /&(?!#\d{1,7};|#[xX][\da-fA-F]{1,6};|[a-zA-Z][a-zA-Z\d]{0,31};)/g;
  let found = 0;
  while (bare.test(text)) {
    found += 1;
    if (found > XML_LIMITS.damages) throw new Refusal(message('xml.too-many-ampersands', { most: XML_LIMITS.damages }));
  }
  if (found === 0) return text;
  const parts: string[] = [];
  const literal = /<!--|<!\[CDATA\[/g;
  let position = 0;
  while (position < text.length) {
    literal.lastIndex = position;
    const mark = literal.exec(text);
    const start = mark?.index ?? text.length;
    const end = mark ? indexOr(text, mark[0] === '<!--' ? '-->' : ']]>', start, text.length) : text.length;
    parts.push(text.slice(position, start).replace(bare, '&amp;'), text.slice(start, end));
    position = end;
  }
  return parts.join('');
}
const indexOr = (text: string, mark: string, from: number, otherwise: number): number => {
  const index = text.indexOf(mark, from);
  return index < 0 ? otherwise : index;
};

/** The local name of the root element at the start of a text, as written; undefined if none is found. */
export function rootName(head: string): string | undefined {
  let position = 0;
  for (;;) {
    while (/\s/.test(head.charAt(position))) position += 1;
    if (head.charAt(position) !== '<') return undefined;
    const next = head.slice(position, position + 9);
    let end: number;
    if (next.startsWith('<?')) end = after(head, '?>', position);
    else if (next.startsWith('<!--')) end = after(head, '-->', position);
    else if (next.toUpperCase() === '<!DOCTYPE') end = doctypeEnd(head, position);
    else return /^<(?:[\w.-]+:)?([\p{L}_][\w.-]*)(?=[\s/>])/u.exec(head.slice(position, position + 200))?.[1];
    if (end <= 0) return undefined;
    position = end;
  }
}
const after = (text: string, mark: string, from: number): number =>
  indexOr(text, mark, from, -mark.length) + mark.length;

function doctypeEnd(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const subset = text.indexOf('[', from);
  if (subset < 0 || close < subset) return close + 1;
  const subsetEnd = /\]\s*>/g;
  subsetEnd.lastIndex = subset;
  const match = subsetEnd.exec(text);
  return match ? match.index + match[0].length : 0;
}
