import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonOf } from '../../errors.ts';
import type { Problem } from '../dispatch.ts';
import type { DecodedFile, Parsed } from '../file.ts';
import type { Facts } from './facts.ts';
import { finish } from './finish.ts';
import { type Finished, withOwnIds } from './shared-ids.ts';

/** A format by its two names. */
export interface FormatId {
  /** Kept in day files as the format of a dispatch: once released it never changes. */
  readonly name: string;
  /** As people call it, in messages: `NewsML-G2`. */
  readonly label: string;
}

/** What a format read of a file. */
export interface Reading {
  /** Read one by one: what goes wrong in one of them hides no other. */
  readonly stories: Iterable<Story>;
  /** Other ways to read the file, tried in order where these are none: by the names of its fields, as plain text. */
  readonly otherwise?: readonly (() => Iterable<Story>)[];
  /** False when the file as a whole seems to stop in the middle. */
  readonly isComplete: boolean;
  /** What is damaged in the file: its Problem where no story was found before. */
  readonly damage?: Message | undefined;
  /** What every story of the file has to say. */
  readonly warnings?: readonly Message[];
  /** Files inside the file. */
  readonly attachments?: readonly Attachment[];
}

/** One item of a file, not read yet. */
export interface Story {
  /** Its id or number, for messages; absent where the file is one story. */
  readonly item?: string | number;
  /** Facts, or why the item is no story. May throw. */
  readonly read: () => Facts | Problem;
  /** Its format, where it is another than that of the file. */
  readonly format?: FormatId;
}

export interface Attachment {
  readonly name: string;
  /** Undefined for what is no text. */
  readonly bytes?: Uint8Array;
  /** Declared as plain text: a story, though in no format of a wire. */
  readonly isText?: boolean;
}

export const notAStory = (message: Message): Problem => ({ reason: 'not-a-story', message });
export const damaged = (message: Message): Problem => ({ reason: 'damaged', message });

/** A Reading that is nothing but a Problem. */
export const problemReading = (problem: Problem, isComplete = true): Reading => ({
  stories: [{ read: () => problem }],
  isComplete,
});

/** More than any page or queue of a day holds: a file of more is a mistake and would keep the reader busy for minutes. */
export const MAX_STORIES = 10_000;

const tooManyStories = (): Problem => ({
  reason: 'too-large',
  message: message('file.too-many-stories', { most: MAX_STORIES }),
});

/** What one way to read a file gives. */
interface Attempt {
  readonly finished: readonly Finished[];
  readonly problems: readonly Problem[];
  readonly isComplete: boolean;
}

/**
 * Every story of a Reading as a dispatch; the Problem of the file where there is none. A whole file that gives none is read
 * otherwise, unless it is known to be something else than a story. Never throws.
 */
export function finishReading(reading: Reading, file: DecodedFile, format: FormatId): Parsed {
  const warned: DecodedFile = { ...file, warnings: [...file.warnings, ...(reading.warnings ?? [])] };
  const first = attempt(() => reading.stories, reading.isComplete, warned, format);
  const better = isUnread(first) ? otherwise(reading, warned, format) : undefined;
  const { finished, problems, isComplete } = better ?? first;
  if (finished.length > 0)
    return { kind: 'dispatches', dispatches: withOwnIds(finished), problems, complete: isComplete };
  return { kind: 'problem', problem: problemOf(reading.damage, problems, isComplete), complete: isComplete };
}

/** Messages of items in which a format found no story, though there may be one. */
const UNREAD = new Set(['item.no-text', 'format.no-text', 'format.no-items', 'item.other-format', 'item.unreadable']);

const isUnread = ({ finished, problems, isComplete }: Attempt): boolean =>
  isComplete && finished.length === 0 && problems.every((problem) => UNREAD.has(problem.message.code));

/** The first of the other ways that gives a text. */
function otherwise(reading: Reading, file: DecodedFile, format: FormatId): Attempt | undefined {
  for (const read of reading.otherwise ?? []) {
    const found = attempt(read, reading.isComplete, file, format);
    if (found.finished.some(({ dispatch }) => dispatch.body.length > 0)) return found;
  }
  return undefined;
}

function attempt(stories: () => Iterable<Story>, isWhole: boolean, file: DecodedFile, format: FormatId): Attempt {
  const finished: Finished[] = [];
  const problems: Problem[] = [];
  let isComplete = isWhole;
  let count = 0;
  for (const story of stories()) {
    if (count === MAX_STORIES) {
      problems.push(tooManyStories());
      break;
    }
    count += 1;
    try {
      const read = story.read();
      if ('reason' in read) {
        problems.push(read);
        continue;
      }
      isComplete &&= read.isComplete !== false;
      const dispatch = finish(read, { file, format: (story.format ?? format).name });
      if (dispatch) finished.push({ dispatch, facts: read });
      else problems.push(notAStory(noText(story, format)));
    } catch (error) {
      problems.push(damaged(message('item.unreadable', { item: count, reason: reasonOf(error) })));
    }
  }
  return { finished, problems, isComplete };
}

function noText({ item, format: own }: Story, format: FormatId): Message {
  const { label } = own ?? format;
  return item === undefined
    ? message('format.no-text', { format: label })
    : message('item.no-text', { format: label, item });
}

/** Why a file gave no dispatch. One that stops in the middle may still be on its way: that is damage. */
function problemOf(damage: Message | undefined, problems: readonly Problem[], isComplete: boolean): Problem {
  if (damage !== undefined) return damaged(damage);
  const [first = notAStory(message('file.no-story'))] = problems;
  return isComplete || first.reason === 'damaged' ? first : damaged(message('file.cut'));
}
