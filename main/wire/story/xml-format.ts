import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonOf } from '../../errors.ts';
import type { Problem } from '../dispatch.ts';
import type { DecodedFile, Format, Parsed } from '../format.ts';
import { readXml, rootName, type XmlDocument, type XmlElement } from '../markup/xml-tree.ts';
import { type Draft, finishDispatch } from './draft.ts';
import { MOST_STORIES, tooManyStories } from './most-stories.ts';

/** What a reader of a format found: stories, and items that are none or could not be read. */
export interface Stories {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

export interface XmlReader {
  readonly name: string;
  /** True for the local name of a root element of this format. */
  readonly isRoot: (localName: string) => boolean;
  readonly read: (root: XmlElement, file: DecodedFile) => Stories;
}

export const notAStory = (message: Message): Problem => ({ reason: 'not-a-story', message });
export const damaged = (message: Message): Problem => ({ reason: 'damaged', message });

/** Reads items one by one: what goes wrong in one of them is its own Problem and hides no other. */
export function readEach<Item>(items: Iterable<Item>, read: (item: Item, index: number) => Draft | Problem): Stories {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  let index = 0;
  for (const item of items) {
    if (index === MOST_STORIES) {
      problems.push(tooManyStories());
      break;
    }
    try {
      const found = read(item, index);
      if ('reason' in found) problems.push(found);
      else drafts.push(found);
    } catch (error) {
      problems.push(damaged(message('item.unreadable', { item: index + 1, reason: reasonOf(error) })));
    }
    index += 1;
  }
  return { drafts, problems };
}

/** A Format out of an XML reader: detection by the root's name, bounds and damage by the tree reader. */
export function xmlFormat(reader: XmlReader): Format {
  return {
    name: reader.name,
    detects: (head) => {
      const root = rootName(head.text);
      return root !== undefined && reader.isRoot(root);
    },
    parse: (file) => parseXml(readXml(file.text), file, () => reader),
  };
}

/** Dispatches of a document that may hold several roots; `readerOf` says who reads which. */
export function parseXml(document: XmlDocument, file: DecodedFile, readerOf: (root: XmlElement) => XmlReader): Parsed {
  if (document.refused) return { kind: 'problem', problem: damaged(document.refused), complete: true };
  const read = document.roots.map((root) => {
    const reader = readerOf(root);
    const { drafts, problems } = readEachOf(() => reader.read(root, file));
    const warnings = (draft: Draft) => [...(draft.warnings ?? []), ...document.warnings];
    return {
      dispatches: drafts.map((draft) => finishDispatch(file, reader.name, { ...draft, warnings: warnings(draft) })),
      problems,
    };
  });
  return settle(
    read.flatMap((part) => part.dispatches),
    read.flatMap((part) => part.problems),
    document.complete,
    document.warnings[0],
  );
}

function readEachOf(read: () => Stories): Stories {
  try {
    return read();
  } catch (error) {
    return { drafts: [], problems: [damaged(message('file.damaged', { reason: reasonOf(error) }))] };
  }
}

/** The answer to a whole file: dispatches where there are any, else the first of its problems. */
export function settle(
  dispatches: Extract<Parsed, { kind: 'dispatches' }>['dispatches'],
  problems: readonly Problem[],
  complete: boolean,
  damage?: Message,
): Parsed {
  if (dispatches.length > 0) return { kind: 'dispatches', dispatches, problems, complete };
  const [first = notAStory(message('file.no-story'))] = problems;
  const problem = complete ? first : damaged(damage ?? message('file.cut'));
  return { kind: 'problem', problem, complete };
}
