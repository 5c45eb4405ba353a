import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from '../../main/program/pages.ts';
import { temporaryFolder } from '../unit/temporary.ts';

// The promises of docs/security.md that no other test of this folder covers.

const root = join(import.meta.dirname, '../..');
const sourcesOf = (room: string) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|html)$/.test(name))
    .map((name) => ({ name: `${room}/${name}`, text: readFileSync(join(root, room, name), 'utf8') }));
const naming = (pattern: RegExp, ...rooms: string[]) =>
  rooms
    .flatMap(sourcesOf)
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name);

afterEach(() => void vi.doUnmock('electron'));

test('no protection of Electron is switched off anywhere', () => {
  const off =
    /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag: true|<webview|@electron\/remote|sendSync|ignore-certificate-errors|bypassCSP: true/;
  expect(naming(off, 'main', 'preload', 'renderer')).toEqual([]);
});

test('no page is loaded from the network or from a file: address', () => {
  expect(
    naming(
      /loadFile\(|loadURL\((?!(?:query === '' \? `\$\{ORIGIN\}\/` : )?`\$\{ORIGIN\}\/\??\$\{(?:query|name)\}`\))/,
      'main',
    ),
  ).toEqual([]);
});

test('the preload script exposes one object, and nothing of Electron in it', () => {
  expect(naming(/contextBridge/, 'main', 'preload', 'renderer')).toEqual(['preload/index.ts']);
  const text = readFileSync(join(root, 'preload/index.ts'), 'utf8');
  expect(text.match(/exposeInMainWorld\(/g)).toHaveLength(1);
  expect(text).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/);
});

test('IPC is answered in one place, which checks who asks', () => {
  expect(naming(/\bipcMain\b/, 'main')).toEqual(['main/desktop/ipc.ts']);
});

test('the policy allows the page its own scripts, styles and pictures, and no connection', async () => {
  const { headers } = await page(temporaryFolder(), '/', "'none'");
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
});

test('only web and mail addresses are handed to the system', async () => {
  const openExternal = vi.fn(async (_address: string) => undefined);
  vi.resetModules();
  vi.doMock('electron', () => ({
    app: { getPreferredSystemLanguages: () => ['de'], getLocale: () => 'de', getPath: () => '/documents' },
    BrowserWindow: {},
    dialog: {},
    shell: { openExternal },
  }));
  const { desktopHost } = await import('../../main/desktop/host.ts');
  const host = desktopHost(
    vi.fn<() => never>(),
    () => undefined,
    '',
    () => undefined,
    () => undefined,
  );
  for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'ms-msdt:/id', 'depesche:x'])
    expect(await host.openLink(address)).toBe(false);
  expect(openExternal).not.toHaveBeenCalled();
  expect(await host.openLink('https://example.invalid/')).toBe(true);
  expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://example.invalid/');
  expect(naming(/\bopenExternal\b/, 'main')).toEqual(['main/desktop/host.ts']);
});
