import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dropFile } from '../../../main/reader/drop.ts';
import { temporaryFolder } from '../temporary.ts';

test.each([
  ['evil.desktop', 'evil.desktop.txt'],
  ['evil.DESKTOP ', 'evil.DESKTOP.txt'],
  ['link.lnk', 'link.lnk.txt'],
  ['page.url', 'page.url.txt'],
  ['run.bat::$DATA', 'run.bat__$DATA.txt'],
  ['.bashrc', 'bashrc'],
  ['. /.. /.profile', 'profile'],
  ['..\\..\\autostart\\a.desktop', 'a.desktop.txt'],
  ['a/b/../../c.xml', 'c.xml'],
  ['a%2f..%2fb.txt', 'a%2f..%2fb.txt'],
  ['nul\u0000.txt', 'nul_.txt'],
  ['NUL', '_NUL'],
  ['com1.txt', '_com1.txt'],
  ['aux.c', '_aux.c.txt'],
  ['\u202etxt.exe', '_txt.exe.txt'],
  ['a.txt\u200b', 'a.txt_.txt'],
  ['W3107.TST', 'W3107.TST'],
  ['mail.eml', 'mail.eml'],
  ['..', 'dispatch.txt'],
  ['\ud800.txt', '_.txt'],
])('a dropped file gets a name that no system starts, hides or takes for a device: %j', async (name, expected) => {
  const folder = temporaryFolder();
  expect(await dropFile(folder, name, Buffer.from('Text'))).toBe(expected);
  expect(readdirSync(folder)).toEqual([expected]);
});
