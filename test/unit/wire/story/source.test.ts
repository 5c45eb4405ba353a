import { expect, test } from 'vitest';
import { providerName, senderName } from '../../../../main/wire/story/source.ts';
import { onlyOf } from '../reading.ts';

test.each([
  ['Reuters', 'nprov:reuters', 'reuters.com', 'https://www.reuters.com/world', 'desk@reuters.com'],
  ['MENA', 'MENA', 'Middle East News Agency', 'mena.org.eg', 'https://mena.org.eg/en'],
])('%s by any of its names', (name, ...others) => {
  expect(others.map(providerName)).toEqual(others.map(() => name));
});

test.each([
  'EX',
  'HHH',
  'nprov:EX',
  'p17',
  'example.com',
  'https://www.example.com/a',
  'desk@example.org',
  '17',
  'urn:x:y',
])('%s names nobody', (code) => expect(providerName(code)).toBeUndefined());

test.each(['Reederei Muster', 'Newsletter Muster', 'Küstenblatt', 'N.N. News'])('%s is a name', (name) =>
  expect(providerName(name)).toBe(name),
);

test('a sender without a name still owns its ids', () => {
  expect(['EX', 'example.com', 'https://www.example.com/a'].map(senderName)).toEqual([
    'EX',
    'example.com',
    'example.com',
  ]);
});

const item = (provider: string, text: string) =>
  onlyOf(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="7" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="${provider}"/><versionCreated>2026-03-14T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Ferry sails</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p><p>It costs three dollars.</p></body></html></inlineXML></contentSet></newsItem>`,
  );

test('the agency that signs the dateline is the source where fields have only a host or letters', () => {
  expect(item('example.com', 'LONDON, March 14 (Reuters) - The ferry sails.').source).toBe('Reuters');
  expect(item('NORD', 'OSLO, March 14 (NORD) - The ferry sails.').source).toBe('NORD');
  expect(item('EX', 'The ferry sails.').source).toBeUndefined();
  expect(item('Reederei Muster', 'LONDON, March 14 (Reuters) - The ferry sails.').source).toBe('Reederei Muster');
});
