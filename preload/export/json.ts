import type { ExportContext, Exported } from './context.ts';

/** Dispatches as a JSON array, without the agency's notes to the desk; `mine` is what the user did with each. */
export const json = (items: readonly Exported[], { own }: ExportContext): string =>
  `${JSON.stringify(
    items.map(({ dispatch, status }) => ({ ...dispatch, notes: [], ...(own && { mine: status }) })),
    null,
    2,
  )}\n`;
