import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../main/sharing/admin.ts';
import { type Client, invitationText } from '../../main/sharing/server.ts';
import { Desk, eventually } from './desk.ts';
import { noServer, Server } from './postgres.ts';

const RULE = '0191d000-0000-7000-8000-000000000009';

describe.skipIf(noServer !== undefined)('saved searches and rules', () => {
  let server: Server;
  let db: Client;
  beforeAll(async () => {
    server = await Server.start();
    db = await server.database('lists');
  });
  afterAll(async () => {
    await db?.end();
    await server?.close();
  });

  const joined = async () => {
    const desk = await Desk.open([]);
    const address = { host: 'localhost', port: server.port, database: 'lists', ca: server.ca };
    await desk.join(invitationText({ ...address, ...(await invite(db, { desk: 'a', access: 'desk' })) }));
    return desk;
  };
  const stored = async (desk: Desk, saved: string[], rules: string[] = []) =>
    eventually(async () => expect(await desk.lists()).toEqual({ saved, rules }));

  test('are shared by desks that wish it, and by no others', async () => {
    const [one, two, three] = [await joined(), await joined(), await joined()];
    await one.saveSearch('hafen', 'hafen');
    await two.saveSearch('rat', 'rat');
    await one.makeRule(RULE, 'sturmflut');
    await one.shareLists(true);
    await two.shareLists(true);
    await stored(one, ['hafen hafen', 'rat rat'], ['sturmflut']);
    await stored(two, ['hafen hafen', 'rat rat'], ['sturmflut']);
    // The later change wins, a removal too.
    await two.saveSearch('hafen', 'hafen OR mole');
    await stored(one, ['hafen hafen OR mole', 'rat rat'], ['sturmflut']);
    await one.saveSearch('rat', undefined);
    await stored(two, ['hafen hafen OR mole'], ['sturmflut']);
    expect(await three.lists()).toEqual({ saved: [], rules: [] });
    // Made while it was off: they come when the third wishes it, and its own go to the others.
    await three.saveSearch('bahn', 'bahn');
    await three.shareLists(true);
    for (const desk of [one, two, three]) await stored(desk, ['bahn bahn', 'hafen hafen OR mole'], ['sturmflut']);
    // Without it everybody keeps what is there, and changes only that.
    await three.shareLists(false);
    await three.saveSearch('bahn', undefined);
    await one.saveSearch('neu', 'neu');
    await stored(two, ['bahn bahn', 'hafen hafen OR mole', 'neu neu'], ['sturmflut']);
    expect(await three.lists()).toEqual({ saved: ['hafen hafen OR mole'], rules: ['sturmflut'] });
  });

  test('survive a kill at any moment, and being away', async () => {
    const [one, two] = [await joined(), await joined()];
    await one.shareLists(true);
    await two.shareLists(true);
    await one.saveSearch('k', 'kran');
    await one.kill();
    await one.start();
    await eventually(async () =>
      expect(await two.lists()).toMatchObject({ saved: expect.arrayContaining(['k kran']) }),
    );
    await two.close();
    await one.saveSearch('k', undefined);
    await eventually(async () => {
      const { rows } = await db.query("SELECT value FROM depesche.status WHERE field = 'search:k'");
      expect(rows).toEqual([{ value: 'null' }]);
    });
    await two.start();
    await eventually(async () =>
      expect(await two.lists()).not.toMatchObject({ saved: expect.arrayContaining(['k kran']) }),
    );
  });
});
