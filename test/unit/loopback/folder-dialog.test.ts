import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderDialog } from '../../../main/loopback/folder-dialog.ts';
import { temporaryFolder } from '../temporary.ts';

/** A stand-in for zenity that counts how often it was started. */
function zenity(script: string) {
  const folder = temporaryFolder();
  const program = join(folder, 'zenity');
  writeFileSync(program, `#!/bin/sh\necho started >> ${folder}/starts\n${script}\n`);
  chmodSync(program, 0o755);
  return { env: { PATH: `${folder}:/usr/bin:/bin` }, starts: () => readFileSync(join(folder, 'starts'), 'utf8') };
}

const here = process.platform === 'linux';

test.skipIf(!here)('a folder is asked for outside the window, once however often a page asks', async () => {
  const { env, starts } = zenity('echo "/srv/wires mit Umlaut ä"');
  const { chooseFolder } = folderDialog(true, env);
  const answers = await Promise.all([chooseFolder?.('/srv'), chooseFolder?.('/srv')]);
  expect(answers).toEqual(['/srv/wires mit Umlaut ä', '/srv/wires mit Umlaut ä']);
  expect(starts()).toBe('started\n');
});

test.skipIf(!here)('a cancelled dialog chooses nothing', async () => {
  expect(await folderDialog(true, zenity('echo /srv; exit 1').env).chooseFolder?.('/srv')).toBeUndefined();
});

test('without a display or a program there is no dialog', () => {
  expect(folderDialog(false, zenity('').env)).toEqual({});
  if (here) expect(folderDialog(true, { PATH: temporaryFolder() })).toEqual({});
});
