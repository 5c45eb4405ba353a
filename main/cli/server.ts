import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { message } from '../../preload/contract/messages.ts';
import { hostText } from '../../renderer/i18n/host-text.ts';
import { codeOf, reasonMessageOf, UserError } from '../errors.ts';
import {
  ACCESS,
  type Access,
  addressIn,
  type Client,
  connectByUrl,
  type Invited,
  invitationText,
  invite,
  isHere,
  logins,
  migrateServer,
  NewerSchema,
  revoke,
  SCHEMA_VERSION,
  schemaOf,
  serverStatus,
  tidy,
} from '../sharing/server.ts';
import { print } from './print.ts';
import { UsageError } from './usage.ts';

/** PostgreSQL's insufficient_privilege. */
const NO_RIGHT = '42501';

const options = {
  url: { type: 'string' },
  ca: { type: 'string' },
  desk: { type: 'string' },
  access: { type: 'string', default: 'desk' },
  host: { type: 'string' },
  port: { type: 'string' },
  sources: { type: 'string' },
  pooled: { type: 'boolean', default: false },
} as const;
type Given = ReturnType<typeof parse>['values'];
const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true });

type Task = (db: Client, given: Given, name: string) => Promise<number>;

const tasks: Readonly<Record<string, Task>> = {
  init: async (db) => printed(await migrateServer(db)),
  'add-desk': (db, given, name) => add(db, given, { desk: named(name), access: accessOf(given), ...sourcesOf(given) }),
  'add-person': (db, given, name) =>
    add(db, given, {
      person: named(name),
      access: accessOf(given),
      ...sourcesOf(given),
      ...(given.desk === undefined ? {} : { desk: given.desk }),
    }),
  list: async (db) => {
    for (const login of await logins(db)) await printed(login);
    return 0;
  },
  revoke: async (db, _given, name) => {
    const revoked = await revoke(db, named(name));
    if (revoked.length === 0) throw new UserError(message('server.nobody', { name }));
    return printed({ revoked });
  },
  status: async (db) => printed({ ...(await serverStatus(db)), logins: await logins(db) }),
  tidy: async (db) => printed({ forgotten: await tidy(db) }),
};

/**
 * `depesche server init|add-desk|add-person|list|revoke|status|tidy [NAME] --url URL`: sets up and looks after the newsroom's own
 * server (docs/sharing.md). Prints JSON; add-desk and add-person print an invitation, one line for one computer.
 */
export async function server(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [name = '', target = ''] = positionals;
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (!task || positionals.length > 2) throw new UsageError(message('usage.server'));
  const { url } = values;
  if (!url || !URL.canParse(url)) throw new UsageError(message('usage.url'));
  const db = await connectByUrl(url, certificate(values)).catch((error: unknown) => {
    throw new UserError(message('server.unreachable', { reason: reasonMessageOf(error) }), { cause: error });
  });
  try {
    if (name !== 'init') await mustBeKnown(db);
    return await task(db, values, target);
  } catch (error) {
    if (error instanceof NewerSchema) throw newer(error.found);
    if (codeOf(error) === NO_RIGHT)
      throw new UserError(message('server.not-allowed', { reason: reasonMessageOf(error) }), { cause: error });
    throw error;
  } finally {
    await db.end();
  }
}

const newer = (found: number) => new UserError(message('server.newer', { found, known: SCHEMA_VERSION }));

async function mustBeKnown(db: Client): Promise<void> {
  const found = await schemaOf(db);
  if (found > SCHEMA_VERSION) throw newer(found);
  if (found < SCHEMA_VERSION) throw new UserError(message('server.older', { found, known: SCHEMA_VERSION }));
}

async function add(db: Client, given: Given, invited: Invited): Promise<number> {
  const { host, port, database } = addressIn(given.url ?? '');
  const ca = certificate(given);
  const secret = await invite(db, invited);
  if (given.host === undefined && isHere(host))
    process.stderr.write(`depesche: ${hostText(message('server.only-here', { host }), 'en').text}\n`);
  const address = {
    host: given.host ?? host,
    port: given.port === undefined ? port : Number(given.port),
    database,
    ...(ca === undefined ? {} : { ca }),
    ...(given.pooled ? { pooled: true } : {}),
  };
  await print(`${invitationText({ ...address, ...secret })}\n`);
  return 0;
}

function certificate({ ca }: Given): string | undefined {
  if (ca === undefined) return undefined;
  try {
    return readFileSync(ca, 'utf8');
  } catch (error) {
    const reason = reasonMessageOf(error);
    throw new UsageError(message('usage.file-missing', { option: '--ca', path: ca, reason }), { cause: error });
  }
}

function named(name: string): string {
  if (name.trim() === '') throw new UsageError(message('usage.server-name'));
  return name;
}

function accessOf({ access }: Given): Access {
  const known = ACCESS.find((one) => one === access);
  if (known === undefined) throw new UsageError(message('usage.access'));
  return known;
}

/** `--sources dpa,AFP`; absent: all. */
const sourcesOf = ({ sources }: Given) => (sources === undefined ? {} : { sources: sources.split(',') });

async function printed(result: object): Promise<number> {
  await print(`${JSON.stringify(result)}\n`);
  return 0;
}
