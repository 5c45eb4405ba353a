import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { z } from 'zod';

// The templates for package managers: their shape, and that they name the files a release has.

const project = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const manifest = (name: string) => read(`build/manifests/${name}`);

const Builder = z.object({
  artifactName: z.string(),
  nsis: z.object({ artifactName: z.string() }),
  linux: z.object({ target: z.array(z.object({ target: z.string(), arch: z.array(z.string()) })) }),
});
const builder = Builder.parse(load(read('electron-builder.yml')));

/** A name of electron-builder's, with the version still open. */
const named = (pattern: string, os: string, arch: string, ext: string) =>
  Object.entries({ name: 'depesche', version: '{version}', os, arch, ext }).reduce(
    (text, [key, value]) => text.replace(`\${${key}}`, value),
    pattern,
  );
const checksum = (file: string) => `{sha256 of ${file}}`;

test('winget installs the installer, silently, for one user or all', () => {
  const Installer = z.object({
    Architecture: z.enum(['x64', 'arm64']),
    Scope: z.enum(['user', 'machine']),
    InstallerUrl: z.string(),
    InstallerSha256: z.string(),
    InstallerSwitches: z.object({ Silent: z.string(), SilentWithProgress: z.string() }),
  });
  const winget = z
    .object({
      PackageIdentifier: z.string().regex(/^\w+\.\w+$/),
      PackageVersion: z.literal('{version}'),
      License: z.literal('MIT'),
      InstallerType: z.literal('nullsoft'),
      Installers: z.array(Installer).min(3),
      ManifestType: z.literal('singleton'),
    })
    .parse(load(manifest('winget.yaml')));
  for (const { Architecture, Scope, InstallerUrl, InstallerSha256, InstallerSwitches } of winget.Installers) {
    const file = named(builder.nsis.artifactName, 'win', Architecture, 'exe');
    expect(InstallerUrl).toBe(`{download}/${file}`);
    expect(InstallerSha256).toBe(checksum(file));
    expect(InstallerSwitches.Silent).toBe(Scope === 'user' ? '/S /currentuser' : '/S /allusers');
  }
});

test('Flathub takes both archives, on the base for Electron, without the network', () => {
  const Source = z.object({ type: z.string(), url: z.string().optional(), sha256: z.string().optional() });
  const flatpak = z
    .object({
      id: z.literal('{appId}'),
      base: z.literal('org.electronjs.Electron2.BaseApp'),
      'base-version': z.string(),
      'runtime-version': z.string(),
      'finish-args': z.array(z.string()),
      modules: z.array(z.object({ sources: z.array(Source) })),
    })
    .parse(load(manifest('flathub.yaml')));
  expect(flatpak['base-version']).toBe(flatpak['runtime-version']);
  expect(flatpak['finish-args']).not.toContain('--share=network');
  const files = ['x64', 'arm64'].map((arch) => named(builder.artifactName, 'linux', arch, 'tar.gz'));
  const archives = flatpak.modules.flatMap(({ sources }) => sources.filter(({ type }) => type === 'archive'));
  expect(archives.map(({ url }) => url)).toEqual(files.map((file) => `{download}/${file}`));
  expect(archives.map(({ sha256 }) => sha256)).toEqual(files.map(checksum));
});

test('Homebrew takes the disk image, and leaves the library', () => {
  const cask = manifest('homebrew.rb');
  const file = named(builder.artifactName, 'mac', 'universal', 'dmg');
  expect(cask).toContain(`sha256 "${checksum(file)}"`);
  expect(cask.replace('#{version}', '{version}')).toContain(`url "{download}/${file}"`);
  expect(cask).toMatch(/zap trash: ".*\/Depesche\/desktop"/);
  const ruby = spawnSync('ruby', ['-c'], { input: cask, encoding: 'utf8' });
  if (ruby.error === undefined) expect(ruby.stdout).toBe('Syntax OK\n');
});
