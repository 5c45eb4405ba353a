import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Message, message } from '../../preload/contract/messages.ts';
import { fileMessageOf } from '../errors.ts';
import { MAX_FILE_BYTES, type Problem } from '../wire/dispatch.ts';
import type { Parsed } from '../wire/file.ts';
import { readWire, tooLarge } from '../wire/read.ts';
import { inEnglish, print } from './print.ts';
import { Summary } from './summary.ts';
import { UsageError } from './usage.ts';

/**
 * `depesche parse [--summary] FILE…`: every dispatch of the files as a line of JSON, `{"file", "problem"}` for anything
 * unreadable; with --summary a table of formats instead. Exit code 1 when a file could not be opened.
 */
export async function parse(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { summary: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError(message('usage.no-file'));
  const summary = new Summary();
  let code = 0;
  for (const path of positionals) {
    const parsed = read(path);
    if ('code' in parsed) {
      code = 1;
      process.stderr.write(`depesche parse: ${path}: ${inEnglish(parsed)}\n`);
    } else if (values.summary) summary.add(parsed);
    else await print(lines(path, parsed));
  }
  if (values.summary) await print(summary.table());
  return code;
}

function read(path: string): Parsed | Message {
  try {
    const { size, mtime } = statSync(path);
    // The wire reader refuses files that are too large; no need to load them.
    const bytes = size > MAX_FILE_BYTES ? undefined : readFileSync(path);
    return bytes
      ? readWire(bytes, { path, receivedAt: mtime.toISOString() })
      : { kind: 'problem', problem: tooLarge(size), complete: true };
  } catch (error) {
    return fileMessageOf(error);
  }
}

function lines(path: string, parsed: Parsed): string {
  const problemLine = ({ reason, message }: Problem) =>
    `${JSON.stringify({ file: path, problem: `${reason}: ${inEnglish(message)}` })}\n`;
  if (parsed.kind === 'dispatches') {
    return [
      ...parsed.dispatches.map((dispatch) => `${JSON.stringify(dispatch)}\n`),
      ...parsed.problems.map(problemLine),
    ].join('');
  }
  return problemLine(
    parsed.kind === 'problem' ? parsed.problem : { reason: 'damaged', message: message('file.no-format') },
  );
}
