import { type Dispatch, WireFile } from '../../wire/dispatch.ts';
import { type Status, UNTOUCHED } from '../record/status.ts';
import { unpacked } from './packed.ts';

/** A row of `dispatch` as the writing side needs it. */
export interface DispatchRow {
  readonly n: number;
  readonly id: string;
  readonly version: number;
  readonly day: string;
  readonly status: string;
  readonly lists: readonly number[];
}

export function dispatchRow(row: Record<string, unknown>): DispatchRow {
  return {
    n: Number(row.n),
    id: String(row.id),
    version: Number(row.version),
    day: String(row.day),
    status: String(row.status),
    lists: numbers(String(row.lists)),
  };
}

/** A status as stored in the index; it was validated when it was read from a file. */
export function statusOf(json: unknown): Status {
  return typeof json === 'string' ? JSON.parse(json) : UNTOUCHED;
}

/** The ids of lists as stored in the index: `1,5,9`. */
export const numbers = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number));

/**
 * A dispatch from `whole`; it was validated when it was read, perhaps by a version that stored warnings as
 * sentences.
 */
export function wholeOf(kept: unknown): Dispatch | undefined {
  const json = unpacked(kept);
  if (json === undefined) return undefined;
  const dispatch: Dispatch = JSON.parse(json);
  return { ...dispatch, file: WireFile.parse(dispatch.file) };
}
