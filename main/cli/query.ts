import { message } from '../../preload/contract/messages.ts';
import { translator } from '../../renderer/i18n/translate.ts';
import type { Library } from '../library/library.ts';
import { UsageError } from './usage.ts';

type SearchError = NonNullable<ReturnType<Library['window']>['searchError']>;

const words = translator('en');

/** `-bremen` excludes a word and is not an option: the options of commands that search have two dashes. */
const isWord = (arg: string): boolean => /^-[^-]/u.test(arg);

/** A character that no search contains replaces the minus of excluded words while the options are parsed. */
export const hideWords = (args: readonly string[]): string[] => args.map((arg) => (isWord(arg) ? `\0${arg}` : arg));

/** The search in the positional arguments, as `hideWords` left them; a usage error if there is none. */
export function queryOf(positionals: readonly string[]): string {
  const query = positionals.join(' ').replaceAll('\0', '');
  if (query.trim() === '') throw new UsageError(message('usage.no-search'));
  return query;
}

/** Says on standard error what is wrong with a search, and where. Returns the exit code. */
export function tellSearchError(command: string, query: string, { at, reason }: SearchError): number {
  const start = `depesche ${command}: `;
  process.stderr.write(`${start}${query}\n${' '.repeat(start.length + at)}^ ${words(`search.error.${reason}`)}\n`);
  return 2;
}
