/** The number by which SQLite names the kind of an error, in its extended form (sqlite.org/rescode.html). */
export const sqliteCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
