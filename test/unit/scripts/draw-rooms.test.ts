import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withDrawing } from '../../../scripts/draw-rooms.mjs';

test('the drawing in docs/architecture.md is that of the table (npm run rooms:draw)', () => {
  const text = readFileSync(new URL('../../../docs/architecture.md', import.meta.url), 'utf8');
  expect(text).toBe(withDrawing(text));
});
