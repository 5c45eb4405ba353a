/** An element tree, the same for XML and HTML, and helpers to query it. */

export interface MarkupElement {
  /** Local name as written. */
  readonly name: string;
  /** Attribute values by local name; `xml:lang` keeps its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
}
export type MarkupNode = MarkupElement | string;

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== 'string';

/** The child elements, all of them or those of one local name (case ignored). */
export function childrenOf(element: MarkupElement | undefined, name?: string): MarkupElement[] {
  const wanted = name?.toLowerCase();
  return (element?.children ?? []).filter(
    (node): node is MarkupElement => isElement(node) && (wanted === undefined || node.name.toLowerCase() === wanted),
  );
}

/** The first element down a path of child names, e.g. `at(root, 'head', 'docdata', 'urgency')`. */
export function at(element: MarkupElement | undefined, ...path: readonly string[]): MarkupElement | undefined {
  let found = element;
  for (const name of path) found = childrenOf(found, name)[0];
  return found;
}

/** Every element below (and including) this one, in document order. */
export function* everyElement(element: MarkupElement | undefined): Generator<MarkupElement> {
  const waiting = element ? [element] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined && isElement(child)) waiting.push(child);
    }
  }
}

/** All elements below this one with one of these local names (case ignored). */
export function findAll(element: MarkupElement | undefined, ...names: readonly string[]): MarkupElement[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return [...everyElement(element)].filter((found) => wanted.has(found.name.toLowerCase()));
}

export function find(element: MarkupElement | undefined, ...names: readonly string[]): MarkupElement | undefined {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const found of everyElement(element)) if (wanted.has(found.name.toLowerCase())) return found;
  return undefined;
}

/** The text below an element, unchanged. */
export function rawText(node: MarkupNode | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.children.map(rawText).join('');
}

/** The text below an element on one line; undefined where there is none. */
export const lineText = (node: MarkupNode | undefined): string | undefined => oneLine(rawText(node));

/** Runs of white space as one space, no-break spaces at the ends gone; undefined when nothing is left. */
export const oneLine = (text: string | undefined): string | undefined =>
  text?.replace(/[ \t\r\n\f]+/g, ' ').trim() || undefined;

/** The value of an attribute, trimmed; undefined when it is missing or empty. */
export const attributeOf = (element: MarkupElement | undefined, name: string): string | undefined =>
  element?.attributes.get(name)?.trim() || undefined;

/** The texts of several elements, empty ones and repetitions left out. */
export const distinct = (texts: Iterable<string | undefined>): string[] => [
  ...new Set([...texts].filter((text): text is string => Boolean(text))),
];
