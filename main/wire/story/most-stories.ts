import { message } from '../../../preload/contract/messages.ts';
import type { Problem } from '../dispatch.ts';

/** More than any page or queue of a day holds: a file of more is a mistake, and would keep the reader busy for minutes. */
export const MOST_STORIES = 10_000;

/** The Problem of a file whose stories after the first {@link MOST_STORIES} are left out. */
export const tooManyStories = (): Problem => ({
  reason: 'too-large',
  message: message('file.too-many-stories', { most: MOST_STORIES }),
});

/** The first stories of a file, and the Problem that says that more were left out. */
export const mostStories = <T>(parts: readonly T[]): { kept: readonly T[]; problems: Problem[] } =>
  parts.length <= MOST_STORIES
    ? { kept: parts, problems: [] }
    : { kept: parts.slice(0, MOST_STORIES), problems: [tooManyStories()] };
