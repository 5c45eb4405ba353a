import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BackupKeeper } from '../../../main/reader/backups.ts';
import type { Message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

function keeper(dailyBackup: boolean, folder = join(temporaryFolder(), 'backups')) {
  const notices: Message[] = [];
  const made = new BackupKeeper({
    dataFolder: temporaryFolder(),
    folder: () => folder,
    settings: () => ({ dailyBackup, keepBackups: 2 }),
    notice: (notice) => notices.push(notice),
  });
  onTestFinished(() => made.stop());
  return { keeper: made, folder, notices };
}

test('the newest backups are kept, and nothing else in their folder is touched', async () => {
  const { keeper: backups, folder } = keeper(false);
  const at = (minute: number) => new Date(2025, 10, 10, 9, minute);
  for (const minute of [1, 2]) await backups.make(at(minute));
  for (const [minute, name] of readdirSync(folder).entries()) utimesSync(join(folder, name), at(minute), at(minute));
  writeFileSync(join(folder, 'holiday.zip'), '');
  await backups.make(at(3));
  expect(readdirSync(folder).sort()).toEqual([
    'depesche-2025-11-10-0902.zip',
    'depesche-2025-11-10-0903.zip',
    'holiday.zip',
  ]);
  expect((await backups.list()).backups).toHaveLength(2);
});

test('two backups in one minute have names of their own', async () => {
  const { keeper: backups, folder } = keeper(false);
  const now = new Date(2025, 10, 10, 9, 1);
  await Promise.all([backups.make(now), backups.make(now)]);
  expect(readdirSync(folder).sort()).toEqual(['depesche-2025-11-10-0901-2.zip', 'depesche-2025-11-10-0901.zip']);
});

test('a daily backup is made once a day, only if it is wanted, and a failure is told', async () => {
  const off = keeper(false);
  await off.keeper.look(new Date());
  expect((await off.keeper.list()).backups).toEqual([]);
  const on = keeper(true);
  await on.keeper.look(new Date());
  await on.keeper.look(new Date());
  expect((await on.keeper.list()).backups).toHaveLength(1);
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const failing = keeper(true, join(file, 'backups'));
  await failing.keeper.look(new Date());
  expect(failing.notices).toMatchObject([{ code: 'backup.failed' }]);
});
