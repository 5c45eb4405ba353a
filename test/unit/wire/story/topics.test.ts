import { expect, test } from 'vitest';
import { categoryNames, subjectName, topicsOf } from '../../../../main/wire/story/topics.ts';

test.each<[string, Parameters<typeof topicsOf>[0], string[]]>([
  ['Subject Codes', [{ code: 'subj:04011002' }, { code: '15054000' }], ['04', '15']],
  ['top Media Topics', [{ code: 'medtop:17000000' }], ['17']],
  ['codes that are none of the IPTC', [{ code: 'subj:99000000' }, { code: 'medtop:20000002' }, { code: '4' }], []],
  ['German and English words in any case', ['Wirtschaft', 'SPORT', 'weather'], ['04', '15', '17']],
  ['the parts of a name', ['Finanzen & Börse', 'Politik/Kultur'], ['04', '11', '01']],
  ['names beside codes', [{ name: 'Segeln', code: 'subj:15000000' }], ['15']],
  ['the names of the IPTC', ['conflict, war and peace', 'lifestyle and leisure'], ['16', '10']],
  ['words that say where and not what', ['Ausland', 'Inland', 'Vermischtes', undefined], []],
  ['one topic once', ['Sport', 'Fußball', { code: '15000000' }], ['15']],
])('%s', (_, categories, digits) => {
  expect(topicsOf(categories)).toEqual(digits.map((two) => `medtop:${two}000000`));
});

test('a category has its own name, else that of its code', () => {
  expect(
    categoryNames(['Inland', { name: 'Hafen', code: '04000000' }, { code: 'subj:17001000' }, { code: 'x' }]),
  ).toEqual(['Inland', 'Hafen', 'weather']);
  expect(subjectName('subj:11000000')).toBe('politics');
});
