import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { UserError } from '../../../main/errors.ts';
import { openLog } from '../../../main/log/log-file.ts';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

test('a line has time, process, event and facts', () => {
  const log = openLog(temporaryFolder());
  log.note('start', { version: '1.2.3', files: 12, done: true, nothing: undefined });
  expect(log.tail(1)[0]).toMatch(
    new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z ${process.pid} start version=1\\.2\\.3 files=12 done=true$`),
  );
});

test('no text of a dispatch, no search and no name of a file gets into it, not even by an error', () => {
  const folder = temporaryFolder();
  const log = openLog(folder);
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE t USING fts5(x)');
  log.note('careless', { text: 'Kanzlerin tritt zurück' });
  log.note('Kanzlerin tritt zurück');
  for (const error of [
    thrownBy(() => JSON.parse('Kanzlerin tritt zurück')),
    thrownBy(() => readFileSync('/Kanzlerin tritt zurück.txt')),
    thrownBy(() => database.prepare('SELECT * FROM t WHERE t MATCH ?').all('Kanzlerin:')),
    thrownBy(() => database.exec('SELECT Kanzlerin')),
    new Error("Kanzlerin\n    at 'Kanzlerin' tritt", { cause: new Error('Kanzlerin') }),
    new UserError(message('file.missing')),
    'Kanzlerin',
    undefined,
  ])
    log.error('failed', error);
  const text = readFileSync(join(folder, 'log/depesche.log'), 'utf8');
  expect(text).not.toMatch(/Kanzlerin|tritt|zurück/);
  expect(text).toMatch(/failed error=SyntaxError at=log\.test\.ts:\d+:\d+/);
  expect(text).toMatch(/failed error=Error code=ENOENT/);
  expect(text).toContain('error=UserError said=file.missing');
});

test('it is bounded, goes on in another file, and only this user can read it', () => {
  const folder = temporaryFolder();
  const log = openLog(folder);
  log.note('first');
  const files = ['depesche.log', 'depesche.1.log'].map((name) => join(folder, 'log', name));
  const [current = '', earlier = ''] = files;
  for (let round = 0; round < 3; round++) {
    writeFileSync(current, `${'x'.repeat(600_000)}\n`, { flag: 'a' });
    log.note('round', { round });
  }
  expect(readdirSync(join(folder, 'log')).sort()).toEqual(['depesche.1.log', 'depesche.log']);
  expect(statSync(current).size).toBeLessThan(1_000);
  expect(log.tail(1)[0]).toMatch(/ round round=2$/);
  expect(log.tail(3)[0]).toMatch(/ round round=1$/);
  if (process.platform === 'win32') return;
  for (const file of [current, earlier]) expect(statSync(file).mode & 0o077).toBe(0);
});

test('a log that cannot be written disturbs nobody', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'log'), 'a file in its place');
  const log = openLog(folder);
  log.note('start');
  expect(log.tail(5)).toEqual([]);
});
