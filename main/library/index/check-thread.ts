import { parentPort, workerData } from 'node:worker_threads';
import { openForSearching } from './database.ts';
import { damageOf } from './index-check.ts';

// On a connection and a thread of its own.
const db = openForSearching(String(workerData.path));
const damage = damageOf(db);
db.close();
parentPort?.postMessage(damage ?? '');
