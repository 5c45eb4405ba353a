import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetSent, share, unsentAfter, unsentDispatches } from '../../../../main/library/changes/unsent.ts';
import { stampOf } from '../../../../main/library/record/stamp.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, fileOf, NOTE, openWriter, statusOf } from '../sample.ts';

const { id } = dispatch();
const on = { key: 'desk 1', dispatches: true };
const stamp = (time: string, desk = 'other') => stampOf(`2026-11-29T${time}:00.000Z`, 0, desk);
const unsent = ({ store }: LibraryWriter) => unsentAfter(store, '', 99).map((one) => one.id);

function filled(folder = temporaryFolder()): LibraryWriter {
  const writer = openWriter(folder);
  add(writer, dispatch());
  return writer;
}

test('what another desk did is merged, survives a crash and a lost index, and is not sent back', () => {
  const folder = temporaryFolder();
  const writer = filled(folder);
  share(writer.store, on);
  const status = {
    'tag:Rat': { value: true, stamp: stamp('10:00') },
    bookmark: { value: true, stamp: stamp('10:01') },
  };
  writer.marker.merge([
    { id, status },
    { id: 'unknown here', status },
  ]);
  expect(statusOf(writer, id)).toMatchObject({ bookmarked: true, tags: ['Rat'] });
  expect(unsent(writer)).toEqual([]);
  writer.sync();
  // As after kill -9: nothing is closed, only the journal has it.
  rmSync(join(folder, 'index.sqlite'));
  const next = openWriter(folder);
  expect(statusOf(next, id)).toMatchObject({ bookmarked: true, tags: ['Rat'] });
  next.close();
  rmSync(join(folder, 'index.sqlite'));
  const third = openWriter(folder);
  expect(third.store.status('unknown here')).toEqual(third.store.status(id));
  third.close();
  writer.store.db.close();
});

test('what changes here is unsent until the server has just that', () => {
  const writer = filled();
  writer.marker.mark([id], { bookmark: true }, '2026-11-29T10:00:00.000Z');
  expect(unsent(writer)).toEqual([]);
  share(writer.store, on);
  // All there was, once.
  expect(unsent(writer)).toEqual([id]);
  expect(unsentDispatches(writer.store, 9)).toMatchObject([{ id, version: 1 }]);
  const sent = unsentAfter(writer.store, '', 9);
  writer.marker.mark([id], { 'tag:Rat': true }, '2026-11-29T10:01:00.000Z');
  forgetSent(writer.store, sent);
  expect(unsent(writer)).toEqual([id]);
  forgetSent(writer.store, unsentAfter(writer.store, '', 9));
  expect(unsent(writer)).toEqual([]);
  share(writer.store, on);
  expect(unsent(writer)).toEqual([]);
  share(writer.store, { ...on, key: 'desk 2' });
  expect(unsent(writer)).toEqual([id]);
  share(writer.store, undefined);
  writer.marker.mark([id], { taken: 'sport' }, '2026-11-29T10:02:00.000Z');
  expect(unsent(writer)).toEqual([]);
  writer.close();
});

test('dispatches of the server are not offered to it', () => {
  const writer = filled();
  share(writer.store, on);
  add(writer, dispatch({ id: 'here', headline: 'Von hier', body: ['Ein Text.'] }));
  writer.add([
    fileOf('server:there.txt', dispatch({ id: 'there', headline: 'Von dort', body: ['Ein anderer Text.'] })),
  ]);
  writer.commit();
  expect(unsentDispatches(writer.store, 9).map((one) => one.id)).toEqual(['here', id]);
  share(writer.store, { ...on, key: 'desk 2' });
  expect(unsentDispatches(writer.store, 9).map((one) => one.id)).toEqual(['here', id]);
  writer.close();
});

test.each([
  ['later', '12:00', 'Von dort', 'Von hier'],
  ['earlier', '08:00', 'Von hier', 'Von dort'],
])('of a note changed here and there, %s there, no text is lost', (_when, time, wins, loses) => {
  const writer = filled();
  share(writer.store, on);
  writer.marker.mark([id], { [NOTE]: 'Von hier' }, '2026-11-29T10:00:00.000Z');
  writer.marker.merge([{ id, status: { [NOTE]: { value: 'Von dort', stamp: stamp(time) } } }]);
  expect(statusOf(writer, id).notes).toMatchObject([{ text: wins, earlier: [{ text: loses }] }]);
  expect(unsent(writer)).toEqual([id]);
  writer.close();
});

test('a note that was sent before is simply changed', () => {
  const writer = filled();
  share(writer.store, on);
  writer.marker.mark([id], { [NOTE]: 'Von hier' }, '2026-11-29T10:00:00.000Z');
  forgetSent(writer.store, unsentAfter(writer.store, '', 9));
  writer.marker.merge([{ id, status: { [NOTE]: { value: 'Von dort', stamp: stamp('12:00') } } }]);
  expect(statusOf(writer, id).notes).toEqual([expect.not.objectContaining({ earlier: expect.anything() })]);
  writer.close();
});

test('a corrected clock stamps later changes with the right time', () => {
  const writer = filled();
  writer.clock.offset = -3 * 3_600_000;
  writer.marker.mark([id], { 'tag:Rat': true }, '2026-11-29T13:00:00.000Z');
  expect(writer.store.status(id)['tag:Rat']?.stamp).toMatch(/^2026-11-29T10:00:00\.000Z/);
  // Reading is remembered by this computer's clock, which the list compares it with.
  writer.marker.mark([id], { read: true }, '2026-11-29T13:00:00.000Z');
  expect(writer.store.sql('SELECT read_at FROM status').get()?.read_at).toBe(Date.parse('2026-11-29T13:00:00.000Z'));
  writer.close();
});

test('what a backup brings is sent like everything that was done here', () => {
  const writer = filled();
  share(writer.store, on);
  forgetSent(writer.store, unsentAfter(writer.store, '', 9));
  writer.marker.merge([{ id, status: { bookmark: { value: true, stamp: stamp('10:00') } } }], true);
  expect(unsent(writer)).toEqual([id]);
  writer.close();
});
