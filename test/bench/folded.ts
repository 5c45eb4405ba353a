import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { until } from './measure.ts';

/** Resolves when everything is in day files and found by searches. */
export async function folded(data: string): Promise<void> {
  await until(async () => (journalBytes(data) === 0 && isSearchable(data) ? true : undefined), 50);
}

/** Bytes of changes that are in no day file yet. */
function journalBytes(data: string): number {
  const folder = join(data, 'journal');
  return readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

function isSearchable(data: string): boolean {
  const db = new DatabaseSync(join(data, 'index.sqlite'), { readOnly: true });
  const missing = db.prepare('SELECT 1 FROM unsearched LIMIT 1').get();
  db.close();
  return missing === undefined;
}
