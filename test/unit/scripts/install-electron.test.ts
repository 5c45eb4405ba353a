import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { downloadFailure } from '../../../scripts/download-failure.mjs';
import { downloadEnv, recentFailure, rememberFailure } from '../../../scripts/install-electron.mjs';
import { sandboxRemedy } from '../../../scripts/sandbox-remedy.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depesche-install-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a failed download', () => {
  const HOUR = 3_600_000;

  test('is not tried again within the hour, and not given up for good', () => {
    const memory = join(folder, 'cache/failed.json');
    expect(recentFailure(memory, 1_000)).toBeUndefined();
    rememberFailure(memory, 'there is no network', 1_000);
    expect(recentFailure(memory, 1_000 + HOUR - 1)).toBe('there is no network');
    expect(recentFailure(memory, 1_000 + HOUR)).toBeUndefined();
    // The clock was put back.
    expect(recentFailure(memory, 999)).toBeUndefined();
  });

  test('of an earlier version, or damaged, is not one', async () => {
    const memory = join(folder, 'failed.json');
    await writeFile(memory, '');
    expect(recentFailure(memory)).toBeUndefined();
  });

  test.each([
    [
      Object.assign(new Error('x'), { code: 'ENOTFOUND', hostname: 'example.invalid' }),
      /example\.invalid cannot be found/,
    ],
    [Object.assign(new Error('x'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }), /NODE_EXTRA_CA_CERTS/],
    [Object.assign(new Error('x'), { response: { status: 407 } }), /user name and password/],
    [new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]), /refused/],
    [new Error('first line\nsecond line'), /^first line$/],
  ])('says why: %#', (error, words) => {
    expect(downloadFailure(error)).toMatch(words);
  });

  test('says the cause of what fetch says', () => {
    const cause = Object.assign(new Error('x'), { code: 'ENETUNREACH' });
    expect(downloadFailure(new TypeError('fetch failed', { cause }))).toBe('there is no network');
  });
});

describe('the proxy of a download', () => {
  test("is the environment's, else npm's", () => {
    expect(downloadEnv({ npm_config_https_proxy: 'http://npm:1' })).toMatchObject({
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: 'http://npm:1',
    });
    const both = { npm_config_proxy: 'http://npm:1', https_proxy: 'http://env:1', npm_config_noproxy: 'local' };
    expect(downloadEnv(both)).toMatchObject({ HTTPS_PROXY: 'http://env:1', NO_PROXY: 'local' });
    expect(downloadEnv({})).not.toHaveProperty('HTTPS_PROXY');
  });
});

describe.skipIf(process.platform === 'win32')('where AppArmor denies the sandbox', () => {
  test('the remedy names the helper of this Electron', async () => {
    const restricted = join(folder, 'restricted');
    const helper = join(folder, 'chrome-sandbox');
    await mkdir(folder, { recursive: true });
    await writeFile(helper, '');
    const remedy = () => sandboxRemedy(join(folder, 'electron'), restricted);
    expect(remedy()).toBeUndefined();
    await writeFile(restricted, '0\n');
    expect(remedy()).toBeUndefined();
    await writeFile(restricted, '1\n');
    expect(remedy()).toContain(`sudo chmod 4755 '${helper}'`);
    await chmod(helper, 0o4755);
    if (process.getuid?.() === 0) expect(remedy()).toBeUndefined();
  });
});
