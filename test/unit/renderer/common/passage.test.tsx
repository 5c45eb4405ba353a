import { expect, test } from 'vitest';
import { findText } from '../../../../renderer/common/find-text.ts';
import { findPassage, passageOf } from '../../../../renderer/common/passage.ts';

const BEFORE = 'Die Stadt baut. Das sagte sie. Der Rat stimmt ab. Das sagte sie.';

test('a passage is found again where its surroundings agree most', () => {
  const at = BEFORE.lastIndexOf('Das sagte sie');
  const passage = passageOf(BEFORE, at, at + 13);
  expect(findPassage(BEFORE, passage)).toBe(at);
  const later = `Neu: ${BEFORE} Ende.`;
  expect(findPassage(later, passage)).toBe(at + 5);
});

test('a passage whose words have changed is not found', () => {
  expect(findPassage('Die Stadt plant.', passageOf('Die Stadt baut.', 0, 14))).toBeUndefined();
});

test('text is found whatever its case and accents, at its place in the text', () => {
  const text = 'MÜLLER und Mueller, Straße und STRASSE';
  expect(findText(text, 'muller').map(({ from, to }) => text.slice(from, to))).toEqual(['MÜLLER', 'Mueller']);
  expect(findText(text, 'straße').map(({ from, to }) => text.slice(from, to))).toEqual(['Straße', 'STRASSE']);
  expect(findText(text, ' ')).toEqual([]);
  expect(findText('aaa', 'aa')).toHaveLength(1);
});
