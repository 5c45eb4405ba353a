/** How the dispatches of a batch were stored. */
export interface ImportCounts {
  readonly new: number;
  readonly versions: number;
  readonly known: number;
}

export const NOTHING_IMPORTED: ImportCounts = { new: 0, versions: 0, known: 0 };

export const sumOf = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  new: a.new + b.new,
  versions: a.versions + b.versions,
  known: a.known + b.known,
});
