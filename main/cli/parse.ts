import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { reasonOf } from '../errors.ts';
import type { Problem } from '../wire/dispatch.ts';
import type { Parsed } from '../wire/format.ts';
import { MAX_FILE_SIZE, readWire } from '../wire/read.ts';
import { print } from './print.ts';
import { Summary } from './summary.ts';
import { UsageError } from './usage.ts';

/**
 * `depesche parse [--summary] FILE…`: every dispatch of the files as a line of JSON, `{"file", "problem"}` for what cannot be
 * read; with --summary a table of formats instead. Exit code 1 when a file could not be opened.
 */
export async function parse(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { summary: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('name at least one file');
  const summary = new Summary();
  let code = 0;
  for (const path of positionals) {
    const parsed = read(path);
    if (typeof parsed === 'string') {
      code = 1;
      process.stderr.write(`depesche parse: ${path}: ${parsed}\n`);
    } else if (values.summary) summary.add(parsed);
    else await print(lines(path, parsed));
  }
  if (values.summary) await print(summary.table());
  return code;
}

function read(path: string): Parsed | string {
  try {
    const { size, mtime } = statSync(path);
    // The wire reader refuses what is too large; it need not be loaded for that.
    const bytes = size > MAX_FILE_SIZE ? undefined : readFileSync(path);
    return bytes ? readWire(bytes, { path, receivedAt: mtime.toISOString() }) : tooLarge(size);
  } catch (error) {
    return reasonOf(error);
  }
}

const tooLarge = (size: number): Parsed => ({
  kind: 'problem',
  complete: true,
  problem: {
    reason: 'too-large',
    message: `The file has ${(size / 1024 / 1024).toFixed(1)} MB, more than the ${MAX_FILE_SIZE / 1024 / 1024} MB a wire file may have: split it or remove it.`,
  },
});

function lines(path: string, parsed: Parsed): string {
  const problemLine = ({ reason, message }: Problem) =>
    `${JSON.stringify({ file: path, problem: `${reason}: ${message}` })}\n`;
  if (parsed.kind === 'dispatches') {
    return [
      ...parsed.dispatches.map((dispatch) => `${JSON.stringify(dispatch)}\n`),
      ...parsed.problems.map(problemLine),
    ].join('');
  }
  return problemLine(
    parsed.kind === 'problem' ? parsed.problem : { reason: 'damaged', message: 'No format recognises this file.' },
  );
}
