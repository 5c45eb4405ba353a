import { expect, test } from 'vitest';
import { parseLink } from '../../main/desktop/links.ts';

test.each([
  ['depesche://dispatch/abc', { dispatch: 'abc' }],
  ['depesche://dispatch/urn%3Anewsml%3Anord.example%2F1', { dispatch: 'urn:newsml:nord.example/1' }],
  ['depesche://search?q=Hafen+Mole', { search: 'Hafen Mole' }],
  ['depesche://search/?q=%22alte%20Mole%22', { search: '"alte Mole"' }],
])('%s', (text, link) => {
  expect(parseLink(text)).toEqual(link);
});

test.each([
  '',
  'depesche:',
  'depesche://dispatch/',
  'depesche://dispatch/a/b',
  'depesche://dispatch/a?read=1',
  'depesche://dispatch/a#b',
  'depesche://dispatch/%E0%A4%A',
  'depesche://Dispatch/a',
  'depesche://dispatch:80/a',
  'depesche://user@dispatch/a',
  'depesche://settings/a',
  'depesche://search?q=',
  'depesche://search?q=%20',
  'depesche://search?q=a&run=b',
  'depesche://search?other=a',
  `depesche://search?q=${'a'.repeat(2_001)}`,
  ' depesche://dispatch/a',
  'https://dispatch/a',
])('not %j', (text) => {
  expect(parseLink(text)).toBeUndefined();
});
