import { expect, test } from 'vitest';
import { rooms } from '../../../scripts/rooms.mjs';

test('a room may import lower rooms only: the table itself has no circle', () => {
  const above = rooms.flatMap(({ room, may }, index) =>
    may.filter((other) => rooms.findIndex((row) => row.room === other) >= index).map((other) => `${room} -> ${other}`),
  );
  expect(above).toEqual([]);
});

test('every room that a row names has a row of its own, or is part of one', () => {
  const names = rooms.map(({ room }) => room);
  const unknown = rooms.flatMap(({ may }) =>
    may.filter((other) => !names.some((name) => `${other}/`.startsWith(`${name}/`))),
  );
  expect(unknown).toEqual([]);
});
