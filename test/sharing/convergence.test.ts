import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetSent, share, unsentAfter } from '../../main/library/changes/unsent.ts';
import { ALL_STATUSES } from '../../main/library/index/statuses.ts';
import type { LibraryWriter } from '../../main/library/worker/writer.ts';
import { invite } from '../../main/sharing/admin.ts';
import { type Cursors, type Local, type Places, pull, push } from '../../main/sharing/exchange.ts';
import { newPassword } from '../../main/sharing/password.ts';
import { Remote } from '../../main/sharing/remote.ts';
import type { Client } from '../../main/sharing/server.ts';
import { noteChange, type StatusChange, tagChange } from '../../preload/contract/contract.ts';
import { add, dispatch, openWriter } from '../unit/library/sample.ts';
import { temporaryFolder } from '../unit/temporary.ts';
import { noServer, Server } from './postgres.ts';

const IDS = ['eins', 'zwei', 'dr"ei\\', 'vier\u0000\ud800'];
const NOTES = ['0191d000-0000-7000-8000-000000000001', '0191d000-0000-7000-8000-000000000002'];
const DESKS = 3;

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  fc.constantFrom('\u0000', '\ud800', '"', '\\'),
);
/**
 * No tag is a backslash alone: JSON.parse of V8 13.6 reads the key "tag:\u0000" as "tag:\\" where an object with that key came before, and
 * nobody names tags like that.
 */
const tag = text.filter((name) => !name.endsWith('\\'));
const change: fc.Arbitrary<StatusChange> = fc.oneof(
  fc.record({ bookmark: fc.constantFrom(true, null) }),
  fc.record({ taken: fc.option(text) }),
  fc.tuple(tag, fc.constantFrom(true, null)).map(([name, value]) => tagChange(name, value)),
  fc.tuple(fc.constantFrom(...NOTES), fc.option(text)).map(([id, value]) => noteChange(id, value)),
);

/** What a desk does: change something, exchange one way, or forget what it knew (an answer that was lost, a restored backup). */
const step = fc.record({
  desk: fc.nat(DESKS - 1),
  /** Seconds that its clock is off. */
  clock: fc.integer({ min: -200, max: 200 }),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('mark' as const), id: fc.constantFrom(...IDS), change }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('pull' as const, 'push' as const, 'forget' as const, 'lose' as const),
      }),
    },
  ),
});

describe.skipIf(noServer !== undefined)('desks', () => {
  let server: Server;
  let db: Client;
  beforeAll(async () => {
    server = await Server.start();
    db = await server.database('orders');
  });
  afterAll(async () => {
    await db?.end();
    await server?.close();
  });

  /** Three logins; every run gives them a scope of its own. */
  async function logins() {
    const address = { host: 'localhost', port: server.port, database: 'orders', ca: server.ca };
    const all: { user: string; remote: Remote }[] = [];
    for (let i = 0; i < DESKS; i++) {
      const { user, secret } = await invite(db, { access: 'desk' });
      const remote = await Remote.open(address, user, secret);
      await remote.join(user, newPassword());
      all.push({ user, remote });
    }
    return all;
  }

  async function scopeOf(name: string, users: readonly string[]): Promise<number> {
    const { rows } = await db.query(
      `WITH made AS (INSERT INTO depesche.scope (kind, name) VALUES ('desk', $1) RETURNING id),
       there AS (INSERT INTO depesche.member (login, scope) SELECT unnest($2::text[]), id FROM made) SELECT id FROM made`,
      [name, users],
    );
    return Number(rows[0]?.id);
  }

  function open(remote: Remote, scope: number) {
    const writer = openWriter(temporaryFolder());
    add(writer, ...IDS.map((id) => dispatch({ id, headline: `Meldung ${IDS.indexOf(id)}`, body: [] })));
    share(writer.store, { key: String(scope), dispatches: false });
    const places: Places = { read: [{ id: scope, kind: 'desk', name: '' }], scopeOf: () => scope };
    const local: Local = {
      unsent: (after, most) => unsentAfter(writer.store, after, most),
      sent: async (statuses) => forgetSent(writer.store, statuses),
      merge: async (statuses) => writer.marker.merge(statuses),
    };
    const cursors: Cursors = {};
    return { remote, writer, places, local, cursors };
  }

  const statusesOf = ({ store }: LibraryWriter) =>
    store.sql(`SELECT id, json FROM (${ALL_STATUSES}) ORDER BY id`).all();

  test('agree whatever they do, in whatever order it arrives', async () => {
    let run = 0;
    const there = await logins();
    const users = there.map(({ user }) => user);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), async (steps) => {
        run += 1;
        const scope = await scopeOf(`run ${run}`, users);
        const desks = there.map(({ remote }) => open(remote, scope));
        for (const { desk: number, clock, what } of steps) {
          const desk = desks[number];
          if (!desk) continue;
          const { remote, writer, local, places } = desk;
          if (what.kind === 'mark')
            writer.marker.mark([what.id], what.change, new Date(Date.now() + clock * 1_000).toISOString());
          // An answer that is lost on its way leaves the cursor, and what was sent, where they were.
          else if (what.kind === 'lose') await push(remote, { ...local, sent: async () => {} }, places);
          else if (what.kind === 'forget') desk.cursors = {};
          else if (what.kind === 'push') await push(remote, local, places);
          else desk.cursors = (await pull(remote, local, places, desk.cursors)).cursors;
        }
        for (const desk of [...desks, ...desks, ...desks]) {
          desk.cursors = (await pull(desk.remote, desk.local, desk.places, desk.cursors)).cursors;
          await push(desk.remote, desk.local, desk.places);
        }
        const [first, ...others] = desks.map(({ writer }) => statusesOf(writer));
        for (const other of others) expect(other).toEqual(first);
        for (const { local } of desks) expect(local.unsent('', 9)).toEqual([]);
        for (const { writer } of desks) writer.close();
      }),
      // A failure is made smaller for a minute at most: its test ends with it, and says what it found.
      { numRuns: 15, interruptAfterTimeLimit: 60_000 },
    );
    for (const { remote } of there) remote.close();
  });
});
