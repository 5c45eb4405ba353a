import { MessageChannel } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { Courier } from '../../../main/library/courier.ts';
import { listWindow } from '../../../main/library/list-window.ts';
import { ListQuery } from '../../../preload/contract.ts';
import { temporaryFolder } from '../temporary.ts';
import { dispatch, fileOf, openWriter } from './sample.ts';

test('a delivery stands in the lists soon, also when the next one that was announced never comes', async () => {
  const writer = openWriter(temporaryFolder());
  const told: string[] = [];
  const courier = new Courier(writer, ({ event }) => told.push(event));
  const { port1, port2 } = new MessageChannel();
  courier.serve(port1);
  port2.postMessage({ kind: 'files', files: [fileOf('a.txt', dispatch())], more: true });
  await vi.waitFor(() => expect(told).toContain('changed'), 5_000);
  expect(writer.store.db.isTransaction).toBe(false);
  const query = ListQuery.parse({ list: 'all' });
  expect(listWindow(writer.store, { query, offset: 0, limit: 9 }, 0, new Date()).total).toBe(1);
  courier.stop();
  port1.close();
  port2.close();
  writer.close();
});
