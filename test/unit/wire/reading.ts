import { readFileSync } from 'node:fs';
import { blockText, Dispatch } from '../../../main/wire/dispatch.ts';
import type { Parsed } from '../../../main/wire/file.ts';
import { readWire } from '../../../main/wire/read.ts';

export const RECEIVED = '2026-11-22T22:00:00.000Z';

/** The bytes of a fixture, e.g. `dts/full.txt`. */
export const fixture = (path: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/wire/${path}`, import.meta.url));

export const readText = (text: string, path = 'wire.txt'): Parsed =>
  readWire(new TextEncoder().encode(text), { path, receivedAt: RECEIVED });

/** Every dispatch of some bytes, checked against the schema. */
export function dispatchesOf(bytes: Uint8Array, path = 'wire.txt'): { dispatches: Dispatch[]; complete: boolean } {
  const parsed = readWire(bytes, { path, receivedAt: RECEIVED });
  if (parsed.kind !== 'dispatches') throw new Error(`no dispatches: ${JSON.stringify(parsed)}`);
  return { dispatches: parsed.dispatches.map((dispatch) => Dispatch.parse(dispatch)), complete: parsed.complete };
}

/** The only dispatch of a fixture. */
export function only(path: string): Dispatch & { complete: boolean; text: string } {
  const { dispatches, complete } = dispatchesOf(fixture(path), path);
  const [dispatch, ...others] = dispatches;
  if (!dispatch || others.length > 0) throw new Error(`${path} holds ${dispatches.length} dispatches`);
  return { ...dispatch, complete, text: dispatch.body.map(blockText).join('\n') };
}

/** The only dispatch of a text. */
export function onlyOf(text: string, path = 'wire.txt'): Dispatch {
  const [dispatch, ...others] = dispatchesOf(new TextEncoder().encode(text), path).dispatches;
  if (!dispatch || others.length > 0) throw new Error('not one dispatch');
  return dispatch;
}
