import { z } from 'zod';
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

const Items = z.array(Dispatch.extend({ mine: StatusView.optional() })).min(1);

/** The dispatches of an exported JSON file, each with its status if the file has it; undefined for any other file. */
export function restored(content: string): { dispatch: Dispatch; status?: StatusView }[] | undefined {
  try {
    const { data } = Items.safeParse(JSON.parse(content));
    return data?.map(({ mine, ...dispatch }) => ({ dispatch, ...(mine && { status: mine }) }));
  } catch {
    return undefined;
  }
}
