import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeBackup } from '../../../main/backup/make-backup.ts';
import { cancelRestore, isRestoreStaged, stageRestore } from '../../../main/backup/restore.ts';
import { finishRestore } from '../../../main/library/record/replaced.ts';
import type { LibraryWriter } from '../../../main/library/worker/writer.ts';
import type { StatusChange } from '../../../preload/contract/contract.ts';
import { drain, ids, plain, rows } from '../library/broken.ts';
import { add, NOTE, openWriter, statusOf } from '../library/sample.ts';
import { temporaryFolder } from '../temporary.ts';

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof fs>();
  return { ...actual, renameSync: vi.fn(actual.renameSync) };
});

const IDS = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...IDS);

type Action = (writer: LibraryWriter, at: string) => void;

const change = fc.oneof(
  fc.constantFrom<StatusChange>({ bookmark: true }, { bookmark: null }, { read: true }, { read: null }),
  fc.constantFrom<StatusChange>({ 'tag:hafen': true }, { 'tag:hafen': null }, { later: '2025-12-01T08:00:00.000Z' }),
  fc.string({ minLength: 1, maxLength: 9 }).map((text): StatusChange => ({ [NOTE]: text })),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(id, fc.constantFrom('09', '10', '11')).map(
    ([one, day]): Action =>
      (writer) =>
        add(writer, plain(one, day)),
  ),
  fc.tuple(id, change).map(
    ([one, made]): Action =>
      (writer, at) =>
        writer.marker.mark([one], made, at),
  ),
  fc.constant<Action>((writer) => drain(writer.fold())),
);

const worked = (folder: string, actions: readonly Action[]): LibraryWriter => {
  const writer = openWriter(folder);
  for (const [step, act] of actions.entries()) act(writer, new Date(Date.UTC(2025, 10, 12, 12, 0, step)).toISOString());
  return writer;
};

const shown = (writer: LibraryWriter) => ({
  rows: [...rows(writer)].sort((one, other) => (one.id < other.id ? -1 : 1)),
  statuses: Object.fromEntries(IDS.map((one) => [one, statusOf(writer, one)])),
  bookmarks: ids(writer, { list: 'bookmarks' }),
});

const shownIn = (folder: string) => {
  const writer = openWriter(folder);
  const found = shown(writer);
  expect(writer.notices).toEqual([]);
  writer.close();
  return found;
};

/** A backup with one bookmarked dispatch, and a folder with other things in it. */
async function backupAndFolder() {
  const from = temporaryFolder();
  const path = join(temporaryFolder(), 'backup.zip');
  const writer = worked(from, []);
  add(writer, plain('a'));
  writer.marker.mark(['a'], { bookmark: true }, '2025-11-12T12:00:00.000Z');
  const before = shown(writer);
  await makeBackup(from, path, new Date());
  writer.close();
  const folder = temporaryFolder();
  const other = openWriter(folder);
  add(other, plain('b'), plain('c', '11'));
  other.close();
  fs.writeFileSync(join(folder, 'rules.json'), 'rules of before');
  fs.writeFileSync(join(folder, 'rules.json.bak'), 'older rules');
  return { path, folder, before };
}

test('a backup of a library in use, restored over another one, shows the same dispatches, marks, tags and notes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { maxLength: 25 }),
      fc.array(action, { maxLength: 6 }),
      async (actions, others) => {
        const [from, to] = [temporaryFolder(), temporaryFolder()];
        const path = join(from, 'backup.zip');
        const writer = worked(from, actions);
        await makeBackup(from, path, new Date());
        const before = shown(writer);
        writer.close();
        worked(to, others).close();
        await stageRestore(to, path);
        finishRestore(to);
        expect(shownIn(to)).toEqual(before);
      },
    ),
    { numRuns: 12 },
  );
});

test('a restore that is interrupted at any step goes on at the next start, and what was there before is kept', async () => {
  const { path, folder: original, before } = await backupAndFolder();
  await stageRestore(original, path);
  for (let survived = 0; ; survived += 1) {
    const folder = temporaryFolder();
    fs.cpSync(original, folder, { recursive: true });
    let left = survived;
    vi.mocked(fs.renameSync).mockImplementation((from, to) => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      fs.cpSync(String(from), String(to), { recursive: true });
      fs.rmSync(from, { recursive: true });
    });
    let isWhole = true;
    try {
      finishRestore(folder);
    } catch {
      isWhole = false;
    }
    vi.mocked(fs.renameSync).mockReset();
    const former = finishRestore(folder);
    expect(shownIn(folder)).toEqual(before);
    expect(fs.existsSync(join(folder, 'rules.json'))).toBe(false);
    if (isWhole) {
      expect(survived).toBeGreaterThan(4);
      break;
    }
    expect(fs.readFileSync(join(former ?? '', 'rules.json'), 'utf8')).toBe('rules of before');
    expect(shownIn(former ?? '').rows.map(({ id: one }) => one)).toEqual(['b', 'c']);
  }
});

test('a restore that has not begun can be taken back', async () => {
  const { path, folder } = await backupAndFolder();
  await stageRestore(folder, path);
  expect(isRestoreStaged(folder)).toBe(true);
  await cancelRestore(folder);
  expect(isRestoreStaged(folder)).toBe(false);
  expect(finishRestore(folder)).toBeUndefined();
  expect(shownIn(folder).rows.map(({ id: one }) => one)).toEqual(['b', 'c']);
});

test('a backup that is cut or has a wrong byte anywhere changes nothing', async () => {
  const { path, folder } = await backupAndFolder();
  const whole = fs.readFileSync(path);
  const damaged = join(folder, 'damaged.zip');
  let refused = 0;
  for (let at = 0; at < whole.length; at += 61) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    for (const content of [bytes, whole.subarray(0, at)]) {
      fs.writeFileSync(damaged, content);
      try {
        await stageRestore(folder, damaged);
        // Times and the like: what was packed comes out as it was.
        finishRestore(folder);
        expect(shownIn(folder).bookmarks).toEqual(['a']);
      } catch (error) {
        refused += 1;
        expect(error).toMatchObject({ userMessage: { code: expect.stringMatching(/^backup\./) } });
        expect(isRestoreStaged(folder)).toBe(false);
      }
    }
  }
  expect(refused).toBeGreaterThan(whole.length / 61);
});

test('another file is no backup, and one of a newer program is named', async () => {
  const folder = temporaryFolder();
  const text = join(folder, 'notes.zip');
  fs.writeFileSync(text, 'no archive');
  await expect(stageRestore(folder, text)).rejects.toMatchObject({ userMessage: { code: 'backup.damaged' } });
  await expect(stageRestore(folder, join(folder, 'missing.zip'))).rejects.toMatchObject({
    userMessage: { code: 'backup.damaged', values: { reason: { code: expect.stringContaining('missing') } } },
  });
  expect(fs.existsSync(join(folder, 'restore'))).toBe(false);
});
