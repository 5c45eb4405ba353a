import { Dispatch } from '../../main/wire/dispatch.ts';
import { StatusView } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';

/** Dispatches as a JSON array, without the agency's notes to the desk; `mine` is what the user did with each. `restored` reads it. */
export const json = (items: readonly Exported[], { own }: ExportContext): string =>
  `${JSON.stringify(
    items.map(({ dispatch, status }) => ({ ...dispatch, notes: [], ...(own && { mine: status }) })),
    null,
    2,
  )}\n`;

const Item = Dispatch.extend({ mine: StatusView.optional() });

interface Restored {
  readonly items: readonly { readonly dispatch: Dispatch; readonly status?: StatusView }[];
  /** The places of those that cannot be read, from 1. */
  readonly unreadable: readonly number[];
}

/** The dispatches of an exported JSON file, each with its status if the file has it; undefined for any other file. */
export function restored(content: string): Restored | undefined {
  const all = jsonIn(content);
  if (!Array.isArray(all)) return undefined;
  const read = all.map((one) => Item.safeParse(one).data);
  const items = read.flatMap((one) => {
    if (!one) return [];
    const { mine, ...dispatch } = one;
    return [{ dispatch, ...(mine && { status: mine }) }];
  });
  if (items.length === 0) return undefined;
  return { items, unreadable: read.flatMap((one, at) => (one ? [] : [at + 1])) };
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
