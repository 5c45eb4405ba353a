import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dragged, offsetAt, type Rail, thumbAt } from '../../../../renderer/list/rail-map.ts';

const rail: fc.Arbitrary<Rail> = fc
  .record({
    rows: fc.integer({ min: 1_001, max: 5_000_000 }),
    row: fc.integer({ min: 26, max: 160 }),
    track: fc.integer({ min: 200, max: 2_000 }),
  })
  .filter(({ rows, row, track }) => rows * row > track)
  .map(({ rows, row, track }) => ({ content: rows * row, view: track, track }));

describe('the bar of a long list', () => {
  test('has a thumb that stays in it, at its ends when the list is', () => {
    fc.assert(
      fc.property(rail, fc.double({ min: 0, max: 1, noNaN: true }), (bar, part) => {
        const { top, height } = thumbAt(part * (bar.content - bar.view), bar);
        expect(height).toBeGreaterThanOrEqual(32);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top + height).toBeLessThanOrEqual(bar.track + 0.001);
        expect(thumbAt(0, bar).top).toBe(0);
        const end = thumbAt(bar.content - bar.view, bar);
        expect(end.top + end.height).toBeCloseTo(bar.track, 3);
      }),
    );
  });

  test('leads to where it is pressed', () => {
    fc.assert(
      fc.property(rail, fc.double({ min: 0, max: 1, noNaN: true }), (bar, part) => {
        const { height } = thumbAt(0, bar);
        const y = height / 2 + part * (bar.track - height);
        expect(thumbAt(offsetAt(y, bar), bar).top + height / 2).toBeCloseTo(y, 3);
      }),
    );
  });

  test('moves with the pointer beside it, and less than a row a pixel far aside', () => {
    fc.assert(
      fc.property(rail, fc.integer({ min: 26, max: 160 }), (bar, row) => {
        const { height } = thumbAt(0, bar);
        expect(dragged(bar.track - height, 0, row, bar)).toBeCloseTo(bar.content - bar.view, 0);
        expect(dragged(1, 1_000, row, bar)).toBeLessThanOrEqual(row / 4);
        expect(dragged(-1, 1_000, row, bar)).toBeLessThan(0);
      }),
    );
  });
});
