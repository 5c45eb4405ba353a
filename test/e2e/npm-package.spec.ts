import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { headline, openArticle, rows } from './pane.ts';
import { drop, story } from './wires.ts';

const run = promisify(execFile);
const project = join(import.meta.dirname, '../..');

test('the npm package is small, holds all it needs, and serves the reader', async ({ host, browser }) => {
  test.skip(host === 'electron', 'the package is for the browser host');
  const folder = await mkdtemp(join(tmpdir(), 'depesche-npm-'));
  try {
    const npm = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
    const { stdout } = await run('npm', npm, { cwd: project, shell: process.platform === 'win32' });
    const archive = join(folder, stdout.trim());
    expect((await stat(archive)).size).toBeLessThan(1_150_000);
    await run('tar', ['-xzf', archive, '-C', folder]);
    const command = join(folder, 'package/bin/depesche.mjs');
    const { stdout: usage } = await run(process.execPath, [command, '--help']);
    expect(usage).toContain('depesche serve');

    const wires = join(folder, 'wires');
    await mkdir(wires);
    await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
    const served = await startHost(wires, join(folder, 'data'), [command, 'serve']);
    try {
      const page = await browser.newPage();
      await page.goto(served.url);
      await expect(rows(page)).toHaveCount(1);
      await openArticle(page, 'Hafen sperrt alte Mole');
      await expect(headline(page)).toHaveText('Hafen sperrt alte Mole');
      await page.close();
    } finally {
      await served.stop();
    }

    // Of a Node that is too old it says so in a line, and loads nothing of the program.
    const manifest = join(folder, 'package/package.json');
    const needed = /"node": ">=[\d.]+"/;
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(needed, '"node": ">=1000.0"'));
    await rm(join(folder, 'package/out'), { recursive: true });
    const refused = await run(process.execPath, [command, 'serve']).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Depesche needs Node 1000.*\n$/) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
