import type { Problem } from './dispatch.ts';

/** More than any page or queue of a day holds: a file of more is a mistake, and would keep the reader busy for minutes. */
const MOST_STORIES = 5_000;

/** The first stories of a file, and the Problem that says how many were left out. */
export function mostStories<T>(parts: readonly T[]): { kept: readonly T[]; problems: Problem[] } {
  if (parts.length <= MOST_STORIES) return { kept: parts, problems: [] };
  const left = parts.length - MOST_STORIES;
  const message = `The file holds ${parts.length} stories: the last ${left} are left out. Split it.`;
  return { kept: parts.slice(0, MOST_STORIES), problems: [{ reason: 'too-large', message }] };
}
