import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  elementHeight,
  followed,
  fullOffset,
  MAX_HEIGHT_PX,
  positionAt,
  realOffset,
  revealing,
} from '../../../../renderer/list/scroll-map.ts';

const ROW = 96;
const short = { content: 20_000 * ROW, view: 800 };
const million = { content: 1_000_000 * ROW, view: 800 };
const end = (extent: typeof short) => elementHeight(extent) - extent.view;

test('a list that fits is scrolled one to one', () => {
  expect(elementHeight(short)).toBe(short.content);
  fc.assert(
    fc.property(fc.nat(short.content - short.view), (real) => {
      expect(fullOffset(real, short)).toBe(real);
      expect(followed({ real: 0, full: 0 }, real, short)).toEqual({ real, full: real });
    }),
  );
});

test('the element of a million rows is no higher than a browser draws, and its end is the end of the list', () => {
  expect(elementHeight(million)).toBe(MAX_HEIGHT_PX);
  expect(fullOffset(0, million)).toBe(0);
  expect(fullOffset(end(million), million)).toBe(million.content - million.view);
});

test('every row can be jumped to, and the bar stands where it belongs', () => {
  fc.assert(
    fc.property(fc.nat(999_999), (row) => {
      const { full, real } = positionAt(row * ROW, million);
      expect(full).toBe(Math.min(row * ROW, million.content - million.view));
      expect(real).toBeGreaterThanOrEqual(0);
      expect(real).toBeLessThanOrEqual(end(million));
      expect(fullOffset(real, million)).toBeCloseTo(full, 3);
      expect(realOffset(fullOffset(real, million), million)).toBeCloseTo(real, 3);
    }),
  );
});

test('farther down in the element is never farther up in the list', () => {
  fc.assert(
    fc.property(fc.nat(end(million)), fc.nat(end(million)), (a, b) => {
      const [above, below] = a < b ? [a, b] : [b, a];
      expect(fullOffset(above, million)).toBeLessThanOrEqual(fullOffset(below, million));
    }),
  );
});

test('a small step in a million rows moves them as far as the finger, a jump by what it stands for', () => {
  const middle = positionAt(500_000 * ROW, million);
  expect(followed(middle, middle.real + 120, million).full).toBe(middle.full + 120);
  const far = middle.real + 2_000_000;
  expect(followed(middle, far, million)).toEqual({ real: far, full: fullOffset(far, million) });
});

test('small steps never leave the list', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 60 }), fc.nat(999_999), (steps, row) => {
      let position = positionAt(row * ROW, million);
      for (const step of steps) {
        const real = Math.max(0, Math.min(end(million), position.real + step));
        position = followed(position, real, million);
        expect(position.full).toBeGreaterThanOrEqual(0);
        expect(position.full).toBeLessThanOrEqual(million.content - million.view);
      }
    }),
  );
});

test('a row comes into view by the shortest way, or into the middle', () => {
  const seen = { full: 960, view: 480, align: 'nearest' } as const;
  expect(revealing(12, ROW, seen)).toBe(960);
  expect(revealing(3, ROW, seen)).toBe(288);
  expect(revealing(20, ROW, seen)).toBe(21 * ROW - 480);
  expect(revealing(20, ROW, { ...seen, align: 'center' })).toBe(20 * ROW - 192);
});

test('where there is room, two rows stay in view around it', () => {
  const seen = { full: 960, view: 960, align: 'nearest' } as const;
  expect(revealing(12, ROW, seen)).toBe(960);
  expect(revealing(11, ROW, seen)).toBe(9 * ROW);
  expect(revealing(1, ROW, seen)).toBe(0);
  expect(revealing(18, ROW, seen)).toBe(21 * ROW - 960);
});
