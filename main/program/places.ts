import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
// Run from source this file is main/program/places.ts; built it is part of a chunk in out/main/.
const fromSource = import.meta.url.endsWith('.ts');
const program = join(here, '../..');
const built = fromSource ? join(program, 'out') : join(here, '..');

/** Folder of the built page. */
export const rendererFolder = join(built, 'renderer');

/** The built preload script of the desktop app. */
export const preloadScript = join(built, 'preload/index.cjs');

const inProject = { seeds: 'seeds', icons: 'build/icons', tray: 'build/tray' } as const;

/**
 * A folder of files that come with the program: the sample dispatches or icons. An installed desktop app has them next to
 * its archive (`resources` is Electron's process.resourcesPath), else they are in the project.
 */
export function resourceFolder(name: keyof typeof inProject, resources?: string): string {
  const installed = resources === undefined ? undefined : join(resources, name);
  return installed !== undefined && existsSync(installed) ? installed : join(program, inProject[name]);
}
