import { expect, test } from 'vitest';
import { electronZips, lacking, planned } from '../../../scripts/dist-needs.mjs';

const config = {
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
  },
  mac: { target: [{ target: 'dmg', arch: ['universal'] }] },
};
const plan = (...args: string[]) => planned(args, config, { host: 'linux', version: '1.2.3' });
const nothing = { online: false, program: () => false, electron: () => false, tool: () => false };

test('without arguments everything of electron-builder.yml is built for the system it runs on', () => {
  expect(plan()).toEqual({
    platform: 'linux',
    targets: ['AppImage', 'deb'],
    archs: ['x64', 'arm64'],
    rest: [],
    version: '1.2.3',
  });
});

test('platform, targets and processors can be named, the rest goes to electron-builder', () => {
  expect(plan('--linux', 'rpm', 'zip', '--arm64', '-c.compression=store')).toMatchObject({
    targets: ['rpm', 'zip'],
    archs: ['arm64'],
    rest: ['-c.compression=store'],
  });
  expect(plan('--mac')).toMatchObject({ platform: 'mac', targets: ['dmg'], archs: ['universal'] });
});

test('a universal Mac app needs Electron for both processors', () => {
  expect(electronZips(plan('--mac'))).toEqual(['electron-v1.2.3-darwin-x64.zip', 'electron-v1.2.3-darwin-arm64.zip']);
});

test('with a network, or with everything here, nothing is missing', () => {
  expect(lacking(plan(), 'linux', { ...nothing, online: true })).toEqual([]);
  expect(lacking(plan(), 'linux', { ...nothing, electron: () => true, tool: () => true })).toEqual([]);
});

test('each thing that cannot be had takes one line, which says what would help', () => {
  const lines = lacking(plan('--linux', 'tar.gz', 'zip', 'deb', '--x64'), 'linux', nothing);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/electron-v1\.2\.3-linux-x64\.zip.*ELECTRON_OVERRIDE_DIST_PATH.*ELECTRON_MIRROR/);
  expect(lines[1]).toMatch(/^tar\.gz, zip: .*7zz.*ELECTRON_BUILDER_7ZIP_PATH/);
  expect(lines[2]).toMatch(/^deb: .*CUSTOM_FPM_PATH/);
});

test('what no download replaces is named even with a network', () => {
  const online = { ...nothing, online: true };
  expect(lacking(plan('--linux', 'rpm'), 'linux', online)).toEqual([expect.stringContaining('rpmbuild')]);
  expect(lacking(plan('--linux', 'rpm'), 'linux', { ...online, program: () => true })).toEqual([]);
  expect(lacking(plan('--mac'), 'linux', online)).toEqual([expect.stringContaining('macOS')]);
});
