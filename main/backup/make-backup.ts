import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../errors.ts';
import { RECORD } from '../library/library.ts';
import { makeFolder } from '../make-folder.ts';
import { version as program } from '../program/version.ts';
import { type Packed, pack } from './container.ts';
import { MANIFEST, MANIFEST_VERSION, type Manifest } from './manifest.ts';

/**
 * Writes everything a user has in a data folder into one ZIP: dispatches, statuses, notes, settings, saved searches, rules.
 * The library may be open meanwhile: what was acknowledged before is in the backup. Returns its size in bytes.
 */
export function makeBackup(dataFolder: string, path: string, now: Date): Promise<number> {
  makeFolder(dirname(path));
  return pack(contentsOf(dataFolder, { version: MANIFEST_VERSION, program, at: now.toISOString() }), path);
}

async function* contentsOf(dataFolder: string, manifest: Manifest): AsyncGenerator<Packed> {
  yield { name: MANIFEST, content: Buffer.from(`${JSON.stringify(manifest)}\n`) };
  // The journal first: what is folded into the day files while this runs, they have when they are read.
  for (const item of [...RECORD].sort((a, b) => Number(b === 'journal') - Number(a === 'journal')))
    for (const name of await filesOf(dataFolder, item)) {
      const content = await unlessGone(readFile(join(dataFolder, name)));
      if (content) yield { name, content };
    }
}

/** The files in an item of the record, with their paths from the data folder. */
async function filesOf(dataFolder: string, item: string): Promise<string[]> {
  if (item.endsWith('.json')) return [item];
  const folders = [item];
  const files: string[] = [];
  for (const folder of folders) {
    const entries = await unlessGone(readdir(join(dataFolder, folder), { withFileTypes: true }));
    const names = new Set(entries?.map(({ name }) => name));
    for (const entry of entries ?? []) {
      if (entry.isDirectory()) folders.push(`${folder}/${entry.name}`);
      else if (entry.isFile() && isNeeded(entry.name, names)) files.push(`${folder}/${entry.name}`);
    }
  }
  return files;
}

/** Last good copies only where the file is missing; nothing temporary, and nothing that was set aside. */
const isNeeded = (name: string, beside: ReadonlySet<string>): boolean =>
  /\.(?:json|ndjson)$/.test(name) || (name.endsWith('.json.bak') && !beside.has(name.slice(0, -'.bak'.length)));

/** What is removed meanwhile was folded, or removed by age. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
