import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sortedName } from '../../../main/reader/hand-over.ts';
import { type HandOverJob, HandOvers } from '../../../main/reader/rules/hand-overs.ts';
import type { Article, Dispatch, Rule, StatusChange } from '../../../preload/contract/contract.ts';
import type { Message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';
import { eventually, host, open } from './reader.ts';

const RULE = '7d9f6c1e-3f52-4f0a-9a53-0e6f3f6c2b11';
const NOW = new Date('2026-11-28T22:58:00Z');

const dispatch = (more: Partial<Dispatch> = {}): Dispatch => ({
  id: 'nord:1',
  version: 1,
  status: 'usable',
  headline: 'Hafen sperrt Mole',
  categories: [],
  keywords: [],
  urgency: 5,
  source: 'Nord',
  number: '0109',
  publishedAt: '2026-11-28T22:58:00Z',
  receivedAt: '2026-11-28T22:58:01Z',
  body: [{ type: 'paragraph', text: 'Die Mole ist gesperrt.' }],
  notes: [],
  related: [],
  file: { path: 'a.txt', size: 1, sha256: '', encoding: 'utf-8', format: 'plain', warnings: [] },
  ...more,
});

/** Hand-overs over a library of one dispatch. */
function desk(folder = temporaryFolder(), shown: { now: Dispatch } = { now: dispatch() }) {
  const marks: StatusChange[] = [];
  const notices: Message[] = [];
  const status = {
    ...{ read: false, bookmarked: false, tags: [], notes: [] },
    rules: [{ id: RULE, name: 'Hafen', did: [{ handOver: 'waiting' as const }], at: '' }],
  };
  const article = (): Article => ({
    ...{ dispatch: shown.now, status, versions: [], files: [], embargoed: false },
  });
  const handOvers = new HandOvers({
    dataFolder: folder,
    library: {
      article,
      mark: async (_ids, change) => {
        marks.push(change);
        return { changed: 1 };
      },
    },
    wishes: () => ({ language: 'en', zone: 'UTC' }),
    notice: (one) => notices.push(one),
    over: (one) => void notices.splice(notices.indexOf(one), 1),
  });
  const out = join(folder, 'out');
  const job: HandOverJob = { rule: RULE, id: 'nord:1', version: 1, folder: out, format: 'txt' };
  const done = async () => {};
  return { handOvers, marks, notices, out, job, done, shown, folder };
}

const stateOf = (change: StatusChange | undefined) => change?.[`rule:${RULE}`]?.did;

test('a dispatch becomes one file under a name that sorts, and is noted as handed over', async () => {
  const { handOvers, marks, out, job, done } = desk();
  await handOvers.take([job, job], done);
  await handOvers.look(NOW);
  expect(readdirSync(out)).toEqual([expect.stringMatching(/^20261128T225800Z-nord-0109-v1-[\da-f]{6}\.txt$/)]);
  expect(readFileSync(join(out, readdirSync(out)[0] ?? ''), 'utf8')).toContain('Hafen sperrt Mole');
  expect(marks.map(stateOf)).toEqual([[{ handOver: 'done' }]]);
  expect(marks[0]?.exported).toMatchObject({ version: 1 });
  await handOvers.look(NOW);
  expect(marks).toHaveLength(1);
  await handOvers.stop();
});

test('after a crash what was taken on is handed over under the same name, and what was written is not written twice', async () => {
  const first = desk();
  await first.handOvers.stop();
  // Taken on, and nothing more: the process ends here.
  await first.handOvers.take([first.job], first.done);
  expect(existsSync(first.out)).toBe(false);
  const second = desk(first.folder);
  await second.handOvers.look(NOW);
  const [name = ''] = readdirSync(first.out);
  expect(name).toBe(`${sortedName({ dispatch: dispatch() })}.txt`);
  await second.handOvers.stop();
  // Written, but the process ended before that was noted.
  writeFileSync(join(first.out, name), 'fetched meanwhile');
  const third = desk(first.folder);
  await third.handOvers.take([third.job], third.done);
  await third.handOvers.look(NOW);
  expect(readdirSync(first.out)).toEqual([name]);
  expect(readFileSync(join(first.out, name), 'utf8')).toBe('fetched meanwhile');
  expect(third.marks.map(stateOf)).toEqual([[{ handOver: 'done' }]]);
  await third.handOvers.stop();
});

test('an embargo is waited for; what is killed meanwhile, or embargoed without an end, is left out with its reason', async () => {
  const { handOvers, marks, out, job, done, shown } = desk();
  shown.now = dispatch({ status: 'embargoed', embargoUntil: '2099-11-29T06:00:00Z' });
  await handOvers.take([job], done);
  await handOvers.look(NOW);
  expect(existsSync(out)).toBe(false);
  expect(marks).toEqual([]);
  await handOvers.look(new Date('2099-11-29T06:00:00Z'));
  expect(readdirSync(out)).toHaveLength(1);

  shown.now = dispatch({ version: 2, status: 'killed' });
  await handOvers.take([{ ...job, version: 2 }], done);
  await handOvers.look(NOW);
  shown.now = dispatch({ version: 3, status: 'embargoed' });
  await handOvers.take([{ ...job, version: 3 }], done);
  await handOvers.look(NOW);
  expect(readdirSync(out)).toHaveLength(1);
  expect(marks.map(stateOf)).toEqual([[{ handOver: 'done' }], [{ handOver: 'killed' }], [{ handOver: 'embargoed' }]]);
  await handOvers.stop();
});

test('a folder that fails is a notice, and is tried again until it works', async () => {
  const { handOvers, marks, notices, out, job, done } = desk();
  writeFileSync(out, 'a file where the folder should be');
  await handOvers.take([job], done);
  await handOvers.look(NOW);
  await handOvers.look(NOW);
  expect(notices).toMatchObject([{ code: 'handover.failed', values: { folder: out } }]);
  rmSync(out);
  await handOvers.look(NOW);
  expect(notices).toEqual([]);
  expect(readdirSync(out)).toHaveLength(1);
  expect(marks).toHaveLength(1);
  await handOvers.stop();
});

test('a rule hands over what arrives, new versions too, and nothing a second time after a restart', async () => {
  const folder = temporaryFolder();
  const [wires, data, out] = [join(folder, 'wires'), join(folder, 'data'), join(folder, 'out')];
  mkdirSync(wires);
  const own = { ...host, chooseFolder: async () => out };
  const send = (version: number, headline: string) =>
    writeFileSync(
      join(wires, `${version}.json`),
      JSON.stringify({
        uri: 'urn:newsml:nord.example:hafen-eins',
        version: String(version),
        type: 'text',
        versioncreated: new Date().toISOString(),
        headline,
        body_text: 'Text.',
      }),
    );
  const reader = await open({ wires, data, host: own });
  const rule: Omit<Rule, 'id'> = {
    ...{ name: 'Hafen', search: 'Hafen', on: true },
    actions: { handOver: { format: 'md', folder: out } },
  };
  await expect(reader.ask('rules.put', rule)).rejects.toThrow('handover.not-offered');
  expect(await reader.ask('rules.folder', {})).toEqual({ done: true, folder: out });
  await reader.ask('rules.put', rule);
  send(1, 'Hafen sperrt Mole');
  const files = () => (existsSync(out) ? readdirSync(out).filter((name) => !name.startsWith('.')) : []);
  await eventually(() => expect(files()).toHaveLength(1));
  send(2, 'Hafen öffnet Mole');
  await eventually(() => expect(files()).toHaveLength(2));
  const did = async () =>
    (await reader.ask('article.get', { id: 'urn:newsml:nord.example:hafen-eins' })).article?.status.rules?.[0]?.did;
  await eventually(async () => expect(await did()).toEqual([{ handOver: 'done' }]));
  await reader.close();
  const again = await open({ wires, data, host: own });
  send(3, 'Ganz anderes');
  await eventually(async () =>
    expect(
      (await again.ask('article.get', { id: 'urn:newsml:nord.example:hafen-eins' })).article?.dispatch.version,
    ).toBe(3),
  );
  expect(files()).toHaveLength(2);
});
