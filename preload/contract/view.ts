import { z } from 'zod';
import { Id } from './shapes.ts';

/** What a window of its own shows: one dispatch, or a saved search as a ticker. */
export const View = z.discriminatedUnion('view', [
  z.object({ view: z.literal('article'), id: Id, version: z.coerce.number().int().optional() }),
  z.object({ view: z.literal('ticker'), search: Id }),
]);
export type View = z.infer<typeof View>;

/** The query of the address of such a window, without the question mark. */
export function viewQuery(view: View): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value !== undefined) query.set(name, String(value));
  return query.toString();
}

/** The window that the query of an address asks for; undefined for the main window. */
export const viewOf = (query: string): View | undefined =>
  View.safeParse(Object.fromEntries(new URLSearchParams(query))).data;
