import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../wire/reason-of.ts';
import { openForSearching } from './database.ts';

// SQLite's own check of structure and order, on a connection and a thread of its own: it may read a gigabyte.
const db = openForSearching(String(workerData.path));
let damage = '';
try {
  const result = db.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (result !== 'ok') damage = String(result);
} catch (error) {
  damage = reasonOf(error);
}
db.close();
parentPort?.postMessage(damage);
