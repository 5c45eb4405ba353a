import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../../errors.ts';
import { ThreadedText } from '../search-text/threaded-text.ts';
import type { Answer, LibraryEvent, Order } from './orders.ts';
import { isBookkeeping, obey, stepsOf } from './orders.ts';
import { Scheduler } from './scheduler.ts';
import { LibraryWriter } from './writer.ts';

const tell = (message: LibraryEvent | Answer) => parentPort?.postMessage(message);
const writer = new LibraryWriter(
  String(workerData.dataFolder),
  (index, path, outcome) => new ThreadedText(index, path, outcome),
);
const scheduler = new Scheduler(writer, tell);

parentPort?.on('message', (message: Order | { readonly inbox: MessagePort }) => {
  if ('inbox' in message) return scheduler.serve(message.inbox);
  if (message.name === 'close') return void close(message.answer);
  const { answer } = message;
  try {
    const steps = stepsOf(writer, message);
    if (steps) return scheduler.run(steps, (outcome) => tell({ answer, ...outcome }));
    // The rest of a marking would not find its dispatches in an index that is being filled.
    if (message.name === 'rebuild') scheduler.finish();
    tell({ answer, value: obey(writer, message) });
    if (message.name === 'rebuild') scheduler.recover();
    if (message.name === 'retain') scheduler.retain(message.retention);
    else if (!isBookkeeping(message)) scheduler.marked();
  } catch (error) {
    writer.noteDamage(error);
    tell({ answer, error: reasonOf(error) });
  }
});

async function close(answer: number): Promise<void> {
  scheduler.finish();
  scheduler.stop();
  try {
    writer.commit();
    await writer.text.settled();
    const { length } = writer.notices;
    writer.close();
    if (writer.notices.length > length) tell({ event: 'notice', notices: writer.notices.slice(length) });
    tell({ answer, value: null });
  } catch (error) {
    tell({ answer, error: reasonOf(error) });
  }
  parentPort?.close();
}

tell({ event: 'open', notices: writer.notices });
scheduler.recover();
