import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * The baseline for imports: reads every file, splits off its first lines, inserts it into FTS5, writes the day files. No
 * decoding, no formats, no identity, no duplicates, no durability.
 */
const [wires = '', data = ''] = process.argv.slice(2);
const began = performance.now();
mkdirSync(data, { recursive: true });
const db = new DatabaseSync(join(data, 'bare.sqlite'));
db.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = normal;');
db.exec("CREATE VIRTUAL TABLE text USING fts5 (headline, body, tokenize='unicode61 remove_diacritics 2')");
const insert = db.prepare('INSERT INTO text (headline, body) VALUES (?, ?)');
let count = 0;

db.exec('BEGIN');
// A folder holds whole days.
for (const folder of readdirSync(wires)) {
  const days = new Map<string, { headline: string; body: string }[]>();
  for (const name of readdirSync(join(wires, folder))) {
    const path = join(wires, folder, name);
    const text = readFileSync(path, 'utf8');
    const [first = '', second = '', ...rest] = text.split('\n\n');
    const story = { headline: `${first} ${second}`, body: rest.join('\n\n') };
    insert.run(story.headline, story.body);
    const day = statSync(path).mtime.toISOString().slice(0, 10);
    const stories = days.get(day) ?? [];
    stories.push(story);
    days.set(day, stories);
    count += 1;
    if (count % 1000 === 0) db.exec('COMMIT; BEGIN');
  }
  for (const [day, stories] of days) writeFileSync(join(data, `${day}.json`), JSON.stringify({ dispatches: stories }));
}
db.exec('COMMIT');
db.close();
console.log(JSON.stringify({ count, seconds: (performance.now() - began) / 1000 }));
