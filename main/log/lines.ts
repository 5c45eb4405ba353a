import { release } from 'node:os';
import { version } from '../program/version.ts';
import type { Facts } from './log.ts';

const WORD = /^[\w.:+/-]{1,80}$/;
/** File, line and column of a call. */
const PLACE = /^[\w.-]+:\d+:\d+$/;
/** Calls of a stack that are written. */
const MAX_FRAMES = 6;

/** A word as it is; everything else might be the text of a dispatch, and becomes `?`. */
export const safeWord = (text: string): string => (WORD.test(text) ? text : '?');

/** A line of the log: time, process, event, and facts as `name=value`. */
export function line(at: Date, pid: number, event: string, facts: Facts): string {
  const told = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${typeof value === 'string' ? safeWord(value) : value}`],
  );
  return [at.toISOString(), pid, safeWord(event), ...told].join(' ');
}

/**
 * What a log says of an error: class, codes and where it was thrown. Not its message: a parser quotes the text it stumbles
 * over, SQLite the search, the file system a name.
 */
export function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const errcode = 'errcode' in error ? Number(error.errcode) : undefined;
  const cause = error.cause === undefined ? undefined : kindOf(error.cause);
  return { error: kindOf(error), code, errcode, said: saidBy(error), cause, at: placesOf(error) };
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.constructor.name : typeof error);

/** The code of an error's message for the user. */
function saidBy(error: Error): string | undefined {
  const said: unknown = 'userMessage' in error ? error.userMessage : undefined;
  return typeof said === 'object' && said !== null && 'code' in said ? String(said.code) : undefined;
}

/** `file.js:12:5/file.js:40:1`: the innermost calls, by the names of the program's files. */
function placesOf({ stack = '' }: Error): string | undefined {
  const calls = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const frames = calls
    .map(
      (line) =>
        line
          .split(/[/\\( ]/)
          .at(-1)
          ?.replace(')', '') ?? '',
    )
    .filter((end) => PLACE.test(end));
  return frames.length === 0 ? undefined : frames.slice(0, MAX_FRAMES).join('/').slice(0, 80);
}

/** What the log says of a process that starts; `as`: which host, or a command. */
export const startFacts = (as: string): Facts => ({
  as,
  version,
  node: process.versions.node,
  electron: process.versions.electron,
  platform: process.platform,
  release: release(),
});
