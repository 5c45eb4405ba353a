import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Dispatch } from '../../../main/wire/dispatch.ts';
import type { DecodedFile, Parsed } from '../../../main/wire/file.ts';
import { formats } from '../../../main/wire/formats.ts';
import { finishReading } from '../../../main/wire/story/reading.ts';
import { decodedFile, headOf } from './decoded-file.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/wire/', import.meta.url));

export const fixture = (name: string): DecodedFile => decodedFile(readFileSync(`${fixtures}${name}`), name);

/** What the table of formats makes of a file: the first that detects it and does not hand it on. */
export function readFile(file: DecodedFile): { format: string | undefined; parsed: Parsed } {
  for (const row of formats) {
    const reading = row.detects(headOf(file)) ? row.read(file) : 'other';
    if (reading === 'other') continue;
    const [first] = reading.stories;
    return { format: (first?.format ?? row).name, parsed: finishReading(reading, file, row) };
  }
  throw new Error('plain text takes every file');
}

/** The dispatches of a fixture, each checked against the schema. */
export function dispatchesOf(name: string): Dispatch[] {
  const { parsed } = readFile(fixture(name));
  if (parsed.kind !== 'dispatches') throw new Error(`${name}: ${JSON.stringify(parsed)}`);
  return parsed.dispatches.map((dispatch) => Dispatch.parse(dispatch));
}

export function dispatchOf(name: string): Dispatch {
  const [first] = dispatchesOf(name);
  if (!first) throw new Error(`${name}: no dispatch`);
  return first;
}

export const textsOf = (dispatch: Dispatch): string[] =>
  dispatch.body.map((block) => ('text' in block ? block.text : block.type));

export const notesOf = (dispatch: Dispatch): string[] => dispatch.notes.map((note) => `${note.kind}: ${note.text}`);
