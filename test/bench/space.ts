import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What an import left in a data folder, in shares of the text, as words: in sum, and the largest parts of it. */
export function spaceOf(data: string, text: number): { readonly ratio: number; readonly parts: string } {
  const parts = ['index.sqlite', 'search.sqlite'].flatMap((name) => {
    const path = join(data, name);
    const db = new DatabaseSync(path, { readOnly: true });
    const rows = db.prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name').all();
    db.close();
    return [
      ...rows.map((row) => ({ name: `${name.split('.')[0]} ${row.name}`, bytes: Number(row.bytes) })),
      { name: `log of ${name}`, bytes: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0 },
    ];
  });
  const pages = parts.filter(({ name }) => !name.startsWith('log'));
  const largest = parts.sort((a, b) => b.bytes - a.bytes).filter(({ bytes }) => bytes >= text / 50);
  return {
    ratio: pages.reduce((sum, { bytes }) => sum + bytes, 0) / text,
    parts: largest.map(({ name, bytes }) => `${name} ${(bytes / text).toFixed(2)}`).join(', '),
  };
}
