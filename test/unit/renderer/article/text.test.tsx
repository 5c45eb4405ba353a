import { expect, test } from 'vitest';
import { foldText } from '../../../../preload/text/folded-text.ts';
import { isLong, numericColumns } from '../../../../renderer/article/table-columns.ts';
import { textRuns } from '../../../../renderer/article/text-runs.ts';
import { wordDiff } from '../../../../renderer/article/word-diff.ts';
import { firstLink, wordCount } from '../../../../renderer/common/plain-text.ts';
import { story } from '../stories.ts';

test('umlauts, their two letters and the bare one are the same', () => {
  expect(new Set(['Fähre', 'Faehre', 'FAHRE'].map(foldText)).size).toBe(1);
  expect(foldText('Straße')).toBe(foldText('STRASSE'));
  expect(foldText('Café')).toBe('cafe');
});

test('marks and hits may overlap', () => {
  const cut = textRuns(
    {
      text: 'Das ist neu',
      marks: [
        { from: 0, to: 7, kind: 'bold' },
        { from: 4, to: 11, kind: 'link', href: 'https://a.example/' },
      ],
    },
    [[4, 7]],
  );
  expect(cut.map(({ text, bold, hit, href }) => [text, bold, hit, href])).toEqual([
    ['Das ', true, false, undefined],
    ['ist', true, true, 'https://a.example/'],
    [' neu', false, false, 'https://a.example/'],
  ]);
});

test('marks outside of the text do no harm', () => {
  expect(
    textRuns({ text: 'kurz', marks: [{ from: 2, to: 400, kind: 'italic' }] })
      .map(({ text }) => text)
      .join(''),
  ).toBe('kurz');
  expect(textRuns({ text: '' })).toEqual([]);
});

test('columns of numbers are known, whatever stands in their gaps', () => {
  const row = (...cells: string[]) => cells.map((text) => ({ text }));
  expect(numericColumns([row('Birkau', '41,0', '–', '+3,2 %'), row('Senden', '1.112', '7', '-')])).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(numericColumns([row('1. FC Birkau', 'Sieg 2')])).toEqual([false, false]);
});

test('only a cell of more than forty signs may take several lines', () => {
  expect(['1. FC Birkau gegen Senden', 'x'.repeat(40), 'x'.repeat(41)].map((text) => isLong({ text }))).toEqual([
    false,
    false,
    true,
  ]);
});

test('a comparison names what came and what went, paragraph by paragraph', () => {
  const found = wordDiff('Drei Boote fahren.\n\nEnde.', 'Vier Boote fahren.\n\nEnde.\n\nNachtrag.');
  expect(found.map((paragraph) => paragraph.map(({ text }) => text).join('|'))).toHaveLength(3);
  const of = (kind: string) =>
    found
      .flat()
      .filter((change) => change.kind === kind)
      .map(({ text }) => text.trim());
  expect(of('deleted')).toEqual(['Drei']);
  expect(of('inserted')).toEqual(['Vier', 'Nachtrag.']);
});

test('the first link is found, and words are counted', () => {
  expect(firstLink(story(1).body)).toBe('https://verband.example/moorbahn');
  expect(firstLink(story(3).body)).toBeUndefined();
  expect(wordCount([{ type: 'paragraph', text: 'Der 17-Jährige fuhr um 14.30 Uhr.' }])).toBe(6);
});
