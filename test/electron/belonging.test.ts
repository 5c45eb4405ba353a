import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../unit/temporary.ts';

vi.mock('electron', () => import('./stand-in.ts'));
const { autostart } = await import('../../main/desktop/start-at-login.ts');
const { unreadTask } = await import('../../main/desktop/shortcuts.ts');
const { parseLink } = await import('../../main/desktop/links.ts');
const { wordsOf } = await import('../../main/desktop/words.ts');
const { arrangementOf } = await import('../../main/desktop/bounds.ts');

const canValidate = spawnSync('desktop-file-validate', ['--version'], { stdio: 'ignore' }).error === undefined;

test('starting at login is a file of the desktop, there or not', () => {
  const config = temporaryFolder();
  const login = autostart(config, '/opt/Depesche/depesche');
  expect(login.get()).toBe(false);
  login.set(true);
  expect(login.get()).toBe(true);
  const text = readFileSync(join(config, 'autostart/depesche.desktop'), 'utf8');
  expect(text).toContain('\nExec="/opt/Depesche/depesche"\n');
  login.set(false);
  expect(login.get()).toBe(false);
});

test.skipIf(!canValidate)('also with a program of an odd name', () => {
  const config = temporaryFolder();
  autostart(config, '/home/e r/100% "$a`b/Depesche.AppImage').set(true);
  const file = join(config, 'autostart/depesche.desktop');
  expect(execFileSync('desktop-file-validate', [file], { encoding: 'utf8' })).toBe('');
});

test('the task of the jump list is a link of ours', () => {
  expect(parseLink(unreadTask(wordsOf('en', 'en')).arguments)).toEqual({ search: 'is:unread' });
});

test('displays are recognised in whatever order they are named', () => {
  const [laptop, screen] = [
    { x: 0, y: 0, width: 1440, height: 875 },
    { x: 1440, y: -200, width: 2560, height: 1415 },
  ];
  expect(arrangementOf([laptop, screen])).toBe(arrangementOf([screen, laptop]));
  expect(arrangementOf([laptop])).not.toBe(arrangementOf([laptop, screen]));
});
