import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reasonMessageOf } from '../../main/errors.ts';
import { message } from '../../preload/contract/messages.ts';
import { temporaryFolder } from './temporary.ts';

function thrown(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

const systemError = (code: string, path: string) =>
  Object.assign(new Error(`${code}: no, open '${path}'`), { code, path });

test('errors of the file system name the path in words, without codes', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.json');
  expect(reasonMessageOf(thrown(() => readFileSync(path)))).toEqual(message('system.missing', { path }));
  expect(reasonMessageOf(thrown(() => mkdirSync(folder)))).toEqual(message('system.not-a-folder', { path: folder }));
  writeFileSync(path, '');
  expect(reasonMessageOf(thrown(() => mkdirSync(join(path, 'b'))))).toEqual(
    message('system.not-a-folder', { path: join(path, 'b') }),
  );
  expect(reasonMessageOf(systemError('EMFILE', path))).toEqual(message('system.too-many-open'));
});

test('a temporary name is not shown to anyone', () => {
  const error = systemError('EACCES', '/data/library/2025/2025-11-10.json.123456');
  expect(reasonMessageOf(error)).toEqual(message('system.denied', { path: '/data/library/2025/2025-11-10.json' }));
});

test('what else the system says is passed on', () => {
  expect(reasonMessageOf(new Error('database disk image is malformed'))).toEqual(
    message('system', { reason: 'database disk image is malformed' }),
  );
});
