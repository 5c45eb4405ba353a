import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import about from '../../package.json' with { type: 'json' };

const run = promisify(execFile);
const project = join(import.meta.dirname, '../..');
const tool = (path: string, ...args: string[]) => run(process.execPath, [join(project, 'node_modules', path), ...args]);
const { version, homepage, appId } = about;
const isHere = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** What electron-builder expects of Electron's distribution for Linux, without a byte of it. */
const distribution = [
  'LICENSE',
  'LICENSES.chromium.html',
  'resources.pak',
  'icudtl.dat',
  'libffmpeg.so',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'locales/de.pak',
  'locales/en-US.pak',
  'locales/fr.pak',
];
/** The sentinel by which @electron/fuses finds the fuses in the binary; then version, number of fuses, and each of them. */
const fuseWire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101010001';
/** What must not be packed: test results, maps and packages. */
const unwanted = [
  'out/test-results/trace.zip',
  'out/main/electron.js.map',
  'out/preload/index.cjs.map',
  'out/sbom.json',
  'node_modules/left/index.js',
  'main/reader/reader.ts',
];
const wanted = [
  'out/main/electron.js',
  'out/main/library-thread.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

const manualPage = readFileSync(join(project, 'share/man/depesche.1'));

let folder: string;
let unpacked: string;
/** The same again with packages around it, where their tools are. */
let again: string;

async function put(path: string, content = ''): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
}

// Packed twice for all tests; it takes some seconds.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depesche-pack-'));
  for (const file of [...wanted, ...unwanted, 'seeds/one.txt', 'out/licences.txt']) await put(file, 'invented');
  for (const file of distribution) await put(`electron/${file}`);
  await put('electron/version', '45.4.1');
  await put('electron/electron', `#!/bin/sh\nexit 0\n${fuseWire}`);
  await chmod(join(folder, 'electron/electron'), 0o755);
  await mkdir(join(folder, 'electron/resources'));
  for (const name of ['package.json', 'electron-builder.yml', 'build', 'share', 'LICENSE']) {
    await cp(join(project, name), join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, 'out/depesche.1.gz'), gzipSync(manualPage, { level: 9 }));
  unpacked = await pack('dist', 'dir');
  const feed = ['-c.publish.provider=generic', '-c.publish.url=https://updates.invalid/depesche'];
  again = await pack('again', ...(isHere('dpkg-deb') ? ['deb', 'tar.gz'] : ['dir']), ...feed);
}, 60_000);

/** Runs electron-builder as `npm run dist` does. Resolves with the folder of the unpacked program. */
async function pack(output: string, ...targets: string[]): Promise<string> {
  const builder = join(project, 'node_modules/electron-builder/cli.js');
  const electron = [`-c.appId=${appId}`, `-c.electronDist=${join(folder, 'electron')}`, '-c.electronVersion=45.4.1'];
  await run(
    process.execPath,
    [builder, '--linux', ...targets, '--x64', '--publish', 'never', ...electron, `-c.directories.output=${output}`],
    {
      cwd: folder,
      env: {
        ...process.env,
        CUSTOM_FPM_PATH: join(import.meta.dirname, 'fpm-stand-in.mjs'),
        ELECTRON_BUILDER_7ZIP_PATH: join(import.meta.dirname, '7zip-stand-in.mjs'),
        SOURCE_DATE_EPOCH: '1700000000',
      },
    },
  );
  return join(folder, output, 'linux-unpacked');
}
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the archive contains the build output and nothing else', async () => {
  const { stdout } = await tool('@electron/asar/bin/asar.js', 'list', join(unpacked, 'resources/app.asar'));
  const files = stdout.split('\n').filter((path) => /\.\w+$/.test(path));
  expect(files.sort()).toEqual([...wanted, 'package.json'].map((path) => `/${path}`).sort());
});

test('only a build with a feed names one', async () => {
  const feed = (at: string) => readFile(join(at, 'resources/app-update.yml'), 'utf8').catch(() => undefined);
  expect(await feed(unpacked)).toBeUndefined();
  expect(await feed(again)).toContain('url: https://updates.invalid/depesche');
});

test('the archive of a second build is the same', async () => {
  const archives = [unpacked, again].map((at) => readFile(join(at, 'resources/app.asar')));
  const [first, second] = await Promise.all(archives);
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
});

test('samples, licences and icons lie beside it, and only our languages', async () => {
  expect(await readdir(join(unpacked, 'resources'))).toEqual(
    expect.arrayContaining(['app.asar', 'seeds', 'icons', 'LICENSE', 'licences.txt']),
  );
  expect(await readdir(join(unpacked, 'resources/icons'))).toContain('32x32.png');
  expect((await readdir(join(unpacked, 'locales'))).sort()).toEqual(['de.pak', 'en-US.pak']);
});

test('the fuses are set', async () => {
  const { stdout } = await tool('@electron/fuses/dist/bin.js', 'read', '--app', join(unpacked, 'depesche'));
  const fuses = Object.fromEntries([...stdout.matchAll(/(\w+) is (\w+)/g)].map(([, name, state]) => [name, state]));
  expect(fuses).toMatchObject({
    RunAsNode: 'Disabled',
    EnableNodeOptionsEnvironmentVariable: 'Disabled',
    EnableNodeCliInspectArguments: 'Disabled',
    EnableCookieEncryption: 'Enabled',
    EnableEmbeddedAsarIntegrityValidation: 'Enabled',
    OnlyLoadAppFromAsar: 'Enabled',
    GrantFileProtocolExtraPrivileges: 'Disabled',
  });
});

describe.skipIf(!isHere('dpkg-deb'))('the deb, unpacked', () => {
  let root: string;
  const read = (path: string) => readFile(join(root, path), 'utf8');

  beforeAll(async () => {
    root = join(folder, 'root');
    await run('dpkg-deb', ['--raw-extract', join(folder, `again/depesche_${version}_amd64.deb`), root]);
  });

  test('its fields say what it is and needs', async () => {
    const control = await read('DEBIAN/control');
    expect(control).toContain(`Package: depesche\nVersion: ${version}\nArchitecture: amd64\n`);
    expect(control).toMatch(/^Depends: .*libgtk-3-0/m);
    expect(control).toMatch(/^Section: news$/m);
  });

  test('the program starts, and the tar.gz holds the same files', async () => {
    await run(join(root, 'opt/Depesche/depesche'));
    const archive = `depesche-${version}-linux-x64`;
    const { stdout } = await run('tar', ['-tzf', join(folder, 'again', `${archive}.tar.gz`)]);
    const packed = stdout.split('\n').filter((path) => path !== '' && !path.endsWith('/'));
    const installed = (await readdir(join(root, 'opt/Depesche'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(join(root, 'opt/Depesche'), join(entry.parentPath, entry.name)));
    // Made for the deb; both are packed from one folder, at the same time.
    const shared = (path: string) => path !== 'resources/apparmor-profile';
    const unprefixed = packed.map((path) => path.replace(`${archive}/`, ''));
    expect(unprefixed.filter(shared).sort()).toEqual(installed.filter(shared).sort());
  });

  test('the menu entry is in both languages, and opens our links', async () => {
    const entry = await read('usr/share/applications/depesche.desktop');
    for (const key of ['GenericName', 'GenericName[de]', 'Comment', 'Comment[de]', 'Keywords', 'Keywords[de]'])
      expect(entry).toContain(`\n${key}=`);
    expect(entry).toContain('\nExec=/opt/Depesche/depesche %U\n');
    expect(entry).toContain('\nCategories=Network;News;\n');
    const types = /^MimeType=(.*)$/m.exec(entry)?.[1]?.split(';') ?? [];
    expect(types).toContain('x-scheme-handler/depesche');
    // Of every type of file that is ours the system is told how it is recognised.
    const described = await read('usr/share/mime/packages/depesche.xml');
    for (const type of types.filter((one) => one !== '' && !one.startsWith('x-scheme-handler/')))
      expect(described).toContain(`type="${type}"`);
    expect(described).toContain('<glob pattern="*.nitf"');
    expect(entry).toContain('\nStartupWMClass=depesche\n');
    expect(await readdir(join(root, 'usr/share/icons/hicolor/48x48/apps'))).toEqual(['depesche.png']);
  });

  test('manual page, completions and a unit of the user are where the system looks for them', async () => {
    const installed = {
      'bash/depesche': 'usr/share/bash-completion/completions/depesche',
      'fish/depesche.fish': 'usr/share/fish/vendor_completions.d/depesche.fish',
      'zsh/_depesche': 'usr/share/zsh/vendor-completions/_depesche',
      'systemd/depesche.service': 'usr/lib/systemd/user/depesche.service',
    };
    for (const [from, to] of Object.entries(installed))
      expect(await read(to)).toBe(await readFile(join(project, 'share', from), 'utf8'));
    const page = gunzipSync(await readFile(join(root, 'usr/share/man/man1/depesche.1.gz')));
    expect(page.equals(manualPage)).toBe(true);
  });

  test.skipIf(!isHere('desktop-file-validate'))('desktop-file-validate finds nothing in the menu entry', async () => {
    const { stdout } = await run('desktop-file-validate', [join(root, 'usr/share/applications/depesche.desktop')]);
    expect(stdout).toBe('');
  });

  test('the software centre is told the same id, homepage and version as electron-builder', async () => {
    const metainfo = await read(`usr/share/metainfo/${appId}.metainfo.xml`);
    expect(metainfo).toContain(`<id>${appId}</id>`);
    expect(metainfo).toContain(`<url type="homepage">${homepage}</url>`);
    expect(metainfo).toContain(`<release version="${version}"`);
    expect(await read('usr/share/doc/depesche/copyright')).toContain(`Source: ${homepage}\n`);
  });

  test.skipIf(!isHere('appstreamcli'))('appstreamcli finds no fault in the metainfo', async () => {
    await run('appstreamcli', ['validate', '--no-net', join(project, 'build/linux/metainfo.xml')]);
  });

  test.skipIf(!isHere('lintian'))('lintian finds nothing but what docs/release.md explains', async () => {
    const release = await readFile(join(project, 'docs/release.md'), 'utf8');
    const explained = [...release.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, tag]) => tag);
    const deb = join(folder, `again/depesche_${version}_amd64.deb`);
    const { stdout } = await run('lintian', ['--suppress-tags', explained.join(), deb]);
    expect(stdout).toBe('');
  });

  test('AppArmor lets the sandbox have its user namespaces, and only while the package is installed', async () => {
    const profile = await read('opt/Depesche/resources/apparmor-profile');
    expect(profile).toContain('profile "depesche" "/opt/Depesche/depesche"');
    expect(profile).toContain('userns,');
    expect(await read('DEBIAN/postinst')).toContain("APPARMOR_PROFILE_TARGET='/etc/apparmor.d/depesche'");
    expect(await read('DEBIAN/postrm')).toContain("APPARMOR_PROFILE_DEST='/etc/apparmor.d/depesche'");
  });

  test('removing it deletes nothing in anybody’s home', async () => {
    const deleted = (await read('DEBIAN/postrm')).match(/\brm .*/g);
    expect(deleted).toEqual(["rm -f '/usr/bin/depesche'", 'rm -f "$APPARMOR_PROFILE_DEST"']);
  });
});
