import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameStory } from '../../../../main/library/changes/same-story.ts';
import { storyKeys } from '../../../../main/library/index/story-keys.ts';
import { storyText } from '../../../../main/library/index/story-text.ts';
import { blockText, type Dispatch } from '../../../../main/wire/dispatch.ts';
import { storyPairs } from './story-pairs.ts';

const pairs = storyPairs();

const textOf = (one: Dispatch) => storyText(one, { at: Date.parse(one.publishedAt), chain: 1 });

const isFound = (one: Dispatch, other: Dispatch): boolean =>
  storyKeys(one).some((key) => storyKeys(other).includes(key)) && isSameStory(textOf(one), textOf(other));

describe('on the labelled pairs', () => {
  const found = pairs.filter(({ one, other }) => isFound(one, other));
  const same = pairs.filter(({ isSame }) => isSame);
  const missed = same.filter((pair) => !found.includes(pair));

  test('nothing is merged wrongly', () => {
    expect(pairs.length).toBeGreaterThan(120);
    expect(found.filter(({ isSame }) => !isSame).map(({ name }) => name)).toEqual([]);
  });

  test('nine of ten are found', () => {
    const recall = 1 - missed.length / same.length;
    console.log(`${pairs.length} pairs, ${same.length} of them the same: precision 1, recall ${recall.toFixed(3)}`);
    for (const { name } of missed) console.log(`not found: ${name}`);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  test('no dispatch is the same story as one of another file', () => {
    const fileOf = ({ id }: Dispatch) => id.split(' ')[0];
    const texts = pairs.map(({ other }) => ({ file: fileOf(other), text: textOf(other) }));
    const firsts = new Map(pairs.map(({ one }) => [fileOf(one), textOf(one)]));
    const wrong = [...firsts].flatMap(([file, text]) =>
      texts.filter((other) => other.file !== file && isSameStory(text, other.text)),
    );
    expect(wrong).toEqual([]);
  });

  test('it does not matter which came first', () => {
    for (const { one, other, name } of pairs) expect([name, isFound(one, other)]).toEqual([name, isFound(other, one)]);
  });
});

const aSame = fc.constantFrom(...pairs.filter(({ isSame, one, other }) => isSame && isFound(one, other)));

const withText = (one: Dispatch, change: (text: string) => string): Dispatch => ({
  ...one,
  body: one.body.map((block) => ({ type: 'paragraph', text: change(blockText(block)) })),
});

test('another number, wherever it is, makes another story', () => {
  fc.assert(
    fc.property(aSame, fc.nat(), ({ one, other }, at) => {
      const numbers = textOf(other).words.filter((word) => /^\d{2,}$/.test(word) && blockTextOf(other).includes(word));
      fc.pre(numbers.length > 0);
      const number = numbers[at % numbers.length] ?? '';
      expect(
        isFound(
          one,
          withText(other, (text) => text.replaceAll(number, `${Number(number) + 1_111}`)),
        ),
      ).toBe(false);
    }),
  );
});

test('a "nicht" more makes another story', () => {
  fc.assert(
    fc.property(aSame, fc.nat(), ({ one, other }, at) => {
      const words = (other.body[0] ? blockText(other.body[0]) : '').split(' ');
      const changed = words.toSpliced(at % words.length, 0, 'nicht').join(' ');
      const body: Dispatch['body'] = [{ type: 'paragraph', text: changed }, ...other.body.slice(1)];
      // A passage that only one of the two has may say what it will.
      fc.pre(other.body[0] !== undefined && blockTextOf(one).includes(blockText(other.body[0])));
      expect(isFound(one, { ...other, body })).toBe(false);
    }),
  );
});

test('spelling, white space and paragraphs do not matter', () => {
  fc.assert(
    fc.property(aSame, fc.constantFrom('ü', 'ä', 'ö', 'ß'), ({ one, other }, letter) => {
      const plain = { ü: 'ue', ä: 'ae', ö: 'oe', ß: 'ss' }[letter];
      const spelt = withText(other, (text) => text.replaceAll(letter, plain).replaceAll(' ', '  '));
      const oneBlock: Dispatch['body'] = [{ type: 'paragraph', text: spelt.body.map(blockText).join(' ') }];
      expect(isFound(one, { ...spelt, body: oneBlock })).toBe(true);
    }),
  );
});

test('the same text two days later, or half a day later from the same source, is a repeat for another day', () => {
  const one = pairs.find(({ name }) => name.startsWith('bridge'))?.one;
  const later = (hours: number, source: string): Dispatch | undefined =>
    one && { ...one, source, publishedAt: new Date(Date.parse(one.publishedAt) + hours * 3_600_000).toISOString() };
  const isSame = (other: Dispatch | undefined) => one !== undefined && other !== undefined && isFound(one, other);
  expect([47, 49].map((hours) => isSame(later(hours, 'APA')))).toEqual([true, false]);
  expect([11, 13].map((hours) => isSame(later(hours, 'dpa')))).toEqual([true, false]);
});

test.each([
  ['killed', { status: 'killed' }],
  ['embargoed', { status: 'embargoed' }],
  ['a notice', { signal: 'advisory' }],
  ['a summary', { signal: 'roundup' }],
  ['an order to kill', { refersTo: [{ relation: 'kills', number: '1' }] }],
] as const)('%s is no one’s twin', (_, change) => {
  const [first] = pairs;
  expect(
    first && storyKeys({ ...first.one, ...change, refersTo: 'refersTo' in change ? [...change.refersTo] : [] }),
  ).toEqual([]);
});

const blockTextOf = ({ body }: Dispatch): string => body.map(blockText).join('\n');
