/** Helpers to query parsed JSON of unknown shape. None of them throws. */

export type JsonRecord = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const recordOf = (value: unknown): JsonRecord => (isRecord(value) ? value : {});

/** A list as it is, a single value as a list of one, nothing as an empty one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Text or a number as trimmed text; undefined for everything else and for empty text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

/** The first of several values that is text. */
export const firstText = (...values: readonly unknown[]): string | undefined =>
  values.map(textOf).find((text) => text !== undefined);

/** The names in a list of texts or of records with `name`, `literal`, `title` … */
export const namesIn = (value: unknown, ...keys: readonly string[]): string[] =>
  listOf(value).flatMap((entry) => {
    const record = recordOf(entry);
    const name = isRecord(entry)
      ? firstText(...(keys.length > 0 ? keys : ['name']).map((key) => record[key]))
      : textOf(entry);
    return name ? [name] : [];
  });

/** The same record with lower-case keys: ninjs 1.x writes `versioncreated`, 3.x `versionCreated`. */
export const lowerKeys = (value: unknown): JsonRecord =>
  Object.fromEntries(Object.entries(recordOf(value)).map(([key, entry]) => [key.toLowerCase(), entry]));
