import { message } from '../../preload/contract/messages.ts';
import { codeOf, messageOf } from '../errors.ts';
import { version } from '../program/version.ts';
import { commands, isHelp, isVersion } from './commands.ts';
import { inEnglish } from './print.ts';
import { UsageError } from './usage.ts';

const USAGE = `depesche parse [--summary] FILE…               one JSON object a dispatch (NDJSON)
depesche import --wires DIR… --data DIR        read what is there into the library; --wires once a folder
depesche search --data DIR QUERY [--limit N]   {"total": …, "dispatches": […]}
depesche export --data DIR QUERY [--format json|md|html|txt|csv|ninjs] [--held]
depesche bookmarks --data DIR [--format json|md|html|txt|csv|ninjs] [--held]
depesche backup --data DIR --to FILE            everything in one file (ZIP); Depesche may be open
depesche restore --data DIR --from FILE [--merge]
depesche serve [--wires DIR…] [--data DIR] [--port N] [--no-open] [--token-file FILE] [--join FILE]
depesche server init|add-desk|add-person|list|revoke|status|tidy [NAME] --url URL [--ca FILE] [--desk NAME] [--access reader|desk|ingest] [--sources A,B] [--host HOST] [--port N] [--pooled]
depesche --help | --version
`;

/** Runs a command line. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the library is open in another process. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (isHelp(name) || rest.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (isVersion(name)) {
    process.stdout.write(`depesche ${version}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const noCommand = name === '' ? message('usage.no-command') : message('usage.unknown-command', { name });
    process.stderr.write(`depesche: ${inEnglish(noCommand)}\n${USAGE}`);
    return 2;
  }
  try {
    return await (await command())(rest);
  } catch (error) {
    const wronglyCalled = error instanceof UsageError || isParseArgsError(error);
    // Node's messages for wrong options are printed without the usage.
    const text = isParseArgsError(error) ? error.message : inEnglish(messageOf(error));
    process.stderr.write(`depesche ${name}: ${text}\n${wronglyCalled ? USAGE : ''}`);
    return wronglyCalled ? 2 : 1;
  }
}

const isParseArgsError = (error: unknown): error is Error =>
  error instanceof TypeError && codeOf(error)?.startsWith('ERR_PARSE_ARGS') === true;
