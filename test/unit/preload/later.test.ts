import { expect, test } from 'vitest';
import { type LaterChoice, laterTime } from '../../../preload/contract/contract.ts';

const SUNDAY = new Date(2026, 10, 29, 16, 20);
const MONDAY = new Date(2026, 10, 30, 6, 0);

test.each<[LaterChoice, Date, Date | undefined]>([
  ['hour', SUNDAY, new Date(2026, 10, 29, 17, 20)],
  ['afternoon', SUNDAY, undefined],
  ['afternoon', MONDAY, new Date(2026, 10, 30, 14)],
  ['evening', SUNDAY, new Date(2026, 10, 29, 18)],
  ['evening', new Date(2026, 10, 29, 18), undefined],
  ['tomorrow', SUNDAY, new Date(2026, 10, 30, 7)],
  ['monday', SUNDAY, new Date(2026, 10, 30, 7)],
  // On a Monday it is the next one, however early it is.
  ['monday', MONDAY, new Date(2026, 11, 7, 7)],
  // The hour that the clocks leave out.
  ['tomorrow', new Date(2026, 2, 28, 12), new Date(2026, 2, 29, 7)],
])('%s from %s is %s', (choice, now, expected) => expect(laterTime(choice, now)).toEqual(expected));
