import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { invite } from '../../main/sharing/admin.ts';
import { connect } from '../../main/sharing/connect.ts';
import { type Address, invitationText } from '../../main/sharing/invitation.ts';
import { newPassword } from '../../main/sharing/password.ts';
import { Remote, type Row } from '../../main/sharing/remote.ts';
import type { Client } from '../../main/sharing/server.ts';
import { Bouncer, noBouncer } from '../sharing/pgbouncer.ts';
import { noServer, Server } from '../sharing/postgres.ts';
import { type Figures, ownFigures, travel } from './desks.ts';
import { noting } from './noting.ts';
import { anyWord, shortOnes } from './short-dispatches.ts';

/**
 * Measures sharing against a PostgreSQL server of its own: `node test/bench/sharing.ts [--desks N] [--archive N]`, with 0 to leave a part out.
 * Prints one line a figure. Processor time counts where other programs use the machine; `--rounds` repeats the small ones.
 */
const options = {
  desks: { type: 'string', default: '200' },
  archive: { type: 'string', default: '100000' },
  statuses: { type: 'string', default: '100000' },
  rounds: { type: 'string', default: '1000' },
} as const;
const { values } = parseArgs({ options });
if (noServer !== undefined) throw new Error(noServer);

const desks = Number(values.desks);
const rounds = Number(values.rounds);
const server = await Server.start([
  `max_connections = ${desks + 100}`,
  'fsync = on',
  'shared_buffers = 512MB',
  'maintenance_work_mem = 256MB',
]);
const db = await server.database('bench');
const direct = { host: 'localhost', port: server.port, database: 'bench', ca: server.ca };

async function join(desk: string, access: 'desk' | 'ingest' = 'desk', address: Address = direct) {
  const { user, secret } = await invite(db, { desk, access });
  const remote = await Remote.open(address, user, secret);
  const password = newPassword();
  await remote.join(user, password);
  const { scopes } = await remote.hello();
  const scope = scopes.find(({ kind }) => kind === 'desk')?.id ?? 0;
  return { remote, scope, room: scopes.map(({ id }) => id), user, password };
}

const seconds = (since: number) => (performance.now() - since) / 1000;
const say = (what: string, figure: string) => console.log(`${what}: ${figure}`);
const percentiles = (times: number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
};
const stampAt = (n: number) =>
  `${new Date(Date.now() - 60_000).toISOString()}-${String(Math.abs(n) % 10_000).padStart(4, '0')}-bench`;
const row = (n: number): Row => [`dispatch-${n}`, 'bookmark', 'true', stampAt(n)];

async function firstSync(count: number): Promise<void> {
  const { remote, scope } = await join('first');
  const rows = Array.from({ length: count }, (_, n) => row(n));
  let began = performance.now();
  for (let at = 0; at < count; at += 2_000) await remote.push(scope, rows.slice(at, at + 2_000));
  const pushed = seconds(began);
  began = performance.now();
  for (let after = 0; after < count; ) {
    const { scopes } = await remote.pull([{ scope, after }], 5_000);
    after = scopes[0]?.rows.at(-1)?.[4] ?? count;
  }
  const pulled = seconds(began);
  await db.query('CREATE TABLE plain (id text, field text, value text, stamp text, PRIMARY KEY (id, field))');
  began = performance.now();
  for (let at = 0; at < count; at += 2_000) {
    const some = rows.slice(at, at + 2_000);
    const column = (n: 0 | 1 | 2 | 3) => some.map((one) => one[n]);
    await db.query('INSERT INTO plain SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])', [
      column(0),
      column(1),
      column(2),
      column(3),
    ]);
  }
  const inserted = seconds(began);
  began = performance.now();
  await db.query('SELECT * FROM plain');
  say(
    `first sync of ${count} statuses`,
    `pushed in ${pushed.toFixed(1)} s (plain INSERT ${inserted.toFixed(1)} s), pulled in ${pulled.toFixed(1)} s (plain SELECT ${seconds(began).toFixed(1)} s)`,
  );
  await each('a pull without news', () => remote.pull([{ scope, after: count }], 5_000));
  await each('a change sent', (n) => remote.push(scope, [row(count + n)]));
  await each('a plain INSERT of the same', (n) =>
    db.query('INSERT INTO plain VALUES ($1, $2, $3, $4)', [...row(count + n)]),
  );
  remote.close();
}

async function waking(): Promise<void> {
  const [one, two] = [await join('wake'), await join('wake')];
  let woken: () => void = () => {};
  await two.remote.listen(two.room, () => woken());
  const times: number[] = [];
  for (let n = 0; n < Math.min(rounds, 50); n++) {
    // There is a notification every 400 ms at most.
    await new Promise((resolve) => setTimeout(resolve, 600));
    const start = performance.now();
    const told = new Promise<void>((resolve) => {
      woken = resolve;
    });
    await one.remote.push(one.scope, [row(n)]);
    await told;
    await two.remote.pull([{ scope: two.scope, after: n }], 100);
    times.push(performance.now() - start);
  }
  say('a change pushed, notified and pulled by another desk', percentiles(times));
  one.remote.close();
  two.remote.close();
}

const TICKS_PER_SECOND = 100;

/** Repeats one call: how long it takes, and the processor time on either side. */
async function each(what: string, call: (n: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const [there, here] = [processorSeconds(), process.cpuUsage()];
  for (let n = 0; n < rounds; n++) {
    const start = performance.now();
    await call(n);
    times.push(performance.now() - start);
  }
  say(what, `${percentiles(times)}; ${spent(rounds, there, here)}`);
}

/** Milliseconds of processor time for each of so many calls. */
function spent(count: number, there: number, here: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(here);
  const server = ((processorSeconds() - there) * 1000) / count;
  return `processor time ${server.toFixed(2)} ms of PostgreSQL, ${((user + system) / 1000 / count).toFixed(2)} ms of the desk`;
}

/** Processor seconds of all processes of PostgreSQL, and of others by their ids (Linux, proc(5)). */
function processorSeconds(...others: number[]): number {
  const pids = execFileSync('pgrep', ['-f', server.data], { encoding: 'utf8' }).trim();
  const children = execFileSync('pgrep', ['-P', pids.split('\n').join(',')], { encoding: 'utf8' }).trim();
  const ticks = (others.length > 0 ? others.map(String) : `${pids}\n${children}`.split('\n')).map((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return Number(fields[11]) + Number(fields[12]);
    } catch {
      return 0;
    }
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND;
}

const WARM_UP = 6;

async function many(count: number, duration: number): Promise<void> {
  const bouncer =
    noBouncer === undefined ? await Bouncer.start(server, 1, [`max_client_conn = ${2 * count + 50}`]) : undefined;
  const address = bouncer ? { ...direct, port: bouncer.port } : direct;
  const all: Awaited<ReturnType<typeof join>>[] = [];
  for (let n = 0; n < count; n++) all.push(await join(`desk ${n % 50}`, 'desk', address));
  const how = bouncer ? ' through PgBouncer' : '';
  let next = 0;
  const push = ({ remote, scope }: (typeof all)[number]) => {
    next += 1;
    return remote.push(scope, [row(next)]);
  };
  await everySecond(`${count} desks at one write a second for ${duration} s${how}`, all, push, duration, bouncer?.pid);
  for (const { remote } of all) remote.close();
  // The same row and the same number, without a function, by the same logins.
  await db.query('CREATE TABLE counter AS SELECT id, seq FROM depesche.scope');
  await db.query('ALTER TABLE counter ADD PRIMARY KEY (id)');
  await db.query('CREATE TABLE beside (LIKE depesche.status INCLUDING ALL)');
  await db.query('GRANT ALL ON counter, beside TO PUBLIC');
  const plain: { scope: number; client: Client }[] = [];
  for (const { scope, user, password } of all) plain.push({ scope, client: await connect(address, user, password) });
  const insert = ({ scope, client }: (typeof plain)[number]) => {
    next += 1;
    return client.query(
      `WITH number AS (UPDATE counter SET seq = seq + 1 WHERE id = $1 RETURNING seq)
       INSERT INTO beside SELECT $1, $2, $3, $4, $5, seq FROM number
       ON CONFLICT (scope, dispatch_id, field) DO UPDATE SET value = excluded.value, stamp = excluded.stamp, seq = excluded.seq`,
      [scope, ...row(next)],
    );
  };
  await everySecond('beside it a plain UPDATE and INSERT of the same', plain, insert, duration, bouncer?.pid);
  for (const { client } of plain) void client.end();
  bouncer?.close();
}

/** Each of these writes once a second. */
async function everySecond<T>(
  what: string,
  all: readonly T[],
  write: (one: T) => Promise<unknown>,
  duration: number,
  bouncer: number | undefined,
): Promise<void> {
  // A session plans its statements the first times: desks stay connected for days.
  for (let n = 0; n < WARM_UP; n++)
    for (let at = 0; at < all.length; at += 50) await Promise.all(all.slice(at, at + 50).map(write));
  const times: number[] = [];
  let asked = 0;
  let failed = 0;
  const until = performance.now() + duration * 1000;
  const [before, here] = [processorSeconds(), process.cpuUsage()];
  const bouncerBefore = bouncer === undefined ? 0 : processorSeconds(bouncer);
  await Promise.all(
    all.map(async (one) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1000));
      while (performance.now() < until) {
        const start = performance.now();
        asked += 1;
        try {
          await write(one);
          times.push(performance.now() - start);
        } catch {
          failed += 1;
        }
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - (performance.now() - start))));
      }
    }),
  );
  const between = bouncer === undefined ? 0 : ((processorSeconds(bouncer) - bouncerBefore) * 1000) / times.length;
  say(
    what,
    `${(asked / (duration - 0.5)).toFixed(0)} a second, ${failed} failed, ${percentiles(times)}; ${spent(times.length, before, here)}, ${between.toFixed(2)} ms of PgBouncer`,
  );
}

const invitationTo = async (pooled: boolean) =>
  invitationText({
    ...direct,
    ...(pooled ? { pooled } : {}),
    ...(await invite(db, { desk: 'travel', access: 'desk' })),
  });

/** From desk to desk, libraries and all, and what sharing costs the reader itself. */
async function whole(): Promise<void> {
  say(
    'from desk to desk, notified',
    percentiles(await travel([await invitationTo(false), await invitationTo(false)], 20)),
  );
  say('from desk to desk, polled', percentiles(await travel([await invitationTo(true), await invitationTo(true)], 10)));
  const runs: { off: Figures; on: Figures }[] = [];
  // In turn, as the machine may be busy with other things meanwhile.
  for (let n = 0; n < 3; n++) {
    const off = await ownFigures(undefined);
    runs.push({ off, on: await ownFigures(await invitationTo(false)) });
  }
  for (const what of ['start', 'mark', 'arrival', 'markAll'] as const) {
    const least = (which: 'off' | 'on', part: 'wait' | 'spent') =>
      Math.min(...runs.map((run) => run[which][what][part])).toFixed(1);
    say(
      `the reader with 20,000 dispatches, ${what}`,
      `without sharing ${least('off', 'wait')} ms, with ${least('on', 'wait')} ms; processor time ${least('off', 'spent')} and ${least('on', 'spent')} ms (least of three)`,
    );
  }
}

/** Of a large archive so many are sent; the rest is inserted. */
const SENT = 20_000;
const BATCH = 500;

async function archive(count: number): Promise<void> {
  const { remote } = await join('archive', 'ingest');
  const sent = Math.min(count, SENT);
  const [there, here] = [processorSeconds(), process.cpuUsage()];
  const began = performance.now();
  for (let at = 0; at < sent; at += BATCH) await remote.putDispatches(shortOnes(at, BATCH));
  say(
    `${sent} short dispatches sent to the archive`,
    `${(sent / seconds(began)).toFixed(0)} a second; ${spent(sent, there, here)}`,
  );
  for (let at = sent; at < count; at += BATCH) {
    if (at === 100_000 || at === 300_000) await sizes(db);
    await db.query(
      `INSERT INTO depesche.dispatch (month, hash, id, version, source, number, published, headline, seq, document, words, login)
       SELECT depesche.month_of(published), sha256(convert_to(document, 'UTF8')), id, version, source, number, published, headline,
         $2::bigint + row_number() OVER (), document, words::tsvector, 'bench'
       FROM jsonb_to_recordset($1) AS one(id text, version int, source text, number text, published timestamptz, headline text, document text, words text)`,
      [JSON.stringify(shortOnes(at, BATCH)), at],
    );
  }
  await db.query('VACUUM depesche.dispatch');
  await db.query('ANALYZE depesche.dispatch');
  await sizes(db);
  const { rows: all } = await db.query('SELECT count(*) AS count FROM depesche.dispatch');
  const times: number[] = [];
  const like: number[] = [];
  const queries = Array.from({ length: 50 }, (_, n) => {
    const [a, b] = [anyWord(), anyWord()].map((word) => `'${word.replace('ü', 'u')}'`);
    return n % 3 === 0 ? `${a}` : n % 3 === 1 ? `${a} & ${b}` : `${a?.slice(0, -2)}':*`;
  });
  const [searchThere, searchHere] = [processorSeconds(), process.cpuUsage()];
  for (const query of queries) {
    const start = performance.now();
    await remote.search(query, null, null, 0, 50);
    times.push(performance.now() - start);
  }
  const cost = spent(queries.length, searchThere, searchHere);
  for (const query of queries.slice(0, 5)) {
    const plain = performance.now();
    await db.query('SELECT count(*) FROM depesche.dispatch WHERE words @@ $1::tsquery', [query]);
    like.push(performance.now() - plain);
  }
  say(
    `search of an archive of ${all[0]?.count}, first page and count`,
    `${percentiles(times)}; ${cost}; plain SELECT count(*): ${percentiles(like)}`,
  );
  remote.close();
}

async function sizes(on: Client): Promise<void> {
  const { rows } =
    await on.query(`SELECT (SELECT count(*) FROM depesche.dispatch) AS count, sum(pg_table_size(c.oid)) AS heap, sum(pg_indexes_size(c.oid)) AS indexes,
    (SELECT sum(pg_relation_size(i.oid)) FROM pg_class i WHERE i.relname LIKE 'dispatch%words%' AND i.relkind = 'i') AS words
    FROM pg_class c JOIN pg_inherits h ON h.inhrelid = c.oid WHERE h.inhparent = 'depesche.dispatch'::regclass`);
  const each = (name: string) =>
    `${(Number(rows[0]?.[name]) / 1e6).toFixed(0)} MB (${(Number(rows[0]?.[name]) / Number(rows[0]?.count)).toFixed(0)} B each)`;
  say(
    `on the disk for ${rows[0]?.count}`,
    `table ${each('heap')}, all indexes ${each('indexes')}, of these search ${each('words')}`,
  );
}

try {
  if (Number(values.statuses) > 0) await firstSync(Number(values.statuses));
  if (rounds > 0) await waking();
  if (rounds > 0) say('processor time of the library, without and with sharing', noting(20 * rounds));
  if (rounds > 0) await whole();
  if (desks > 0) await many(desks, 20);
  if (Number(values.archive) > 0) await archive(Number(values.archive));
} finally {
  await db.end();
  await server.close();
}
