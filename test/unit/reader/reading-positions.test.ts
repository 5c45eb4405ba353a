import { expect, test } from 'vitest';
import { ReadingPositions } from '../../../main/reader/reading-positions.ts';
import { MAX_POSITIONS } from '../../../preload/contract/contract.ts';
import { temporaryFolder } from '../temporary.ts';

const position = { path: [0, 3], part: 0.5, below: 0 };

test('the last positions outlive a restart; one that is at its beginning has none', () => {
  const data = temporaryFolder();
  const positions = new ReadingPositions(data, () => undefined);
  positions.put(Array.from({ length: MAX_POSITIONS + 5 }, (_, n) => ({ id: `d-${n}`, position })));
  positions.put([{ id: 'd-20' }, { id: 'd-30', position: { ...position, part: 1 } }]);
  const kept = new ReadingPositions(data, () => undefined).all;
  expect(kept).toHaveLength(MAX_POSITIONS - 1);
  expect(kept.at(-1)).toEqual({ id: 'd-30', position: { ...position, part: 1 } });
  expect(kept.map(({ id }) => id)).not.toContain('d-4');
});
