import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const story = (...paragraphs: readonly string[]) =>
  onlyOf(
    `<nitf><head><docdata><doc-id id-string="n1"/></docdata></head><body><body.head><hedline><hl1>Fest am Hafen</hl1></hedline></body.head><body.content>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body.content></body></nitf>`,
  );

describe('a place in capitals and a dash open a marked-up text', () => {
  test.each([
    ['SANDAU — Die Stadt feiert ihr Fest.', 'SANDAU'],
    ['NEW SANDAU, Ohio – The city holds its feast.', 'NEW SANDAU, Ohio'],
    ['ST. SANDAU -- The city holds its feast.', 'ST. SANDAU'],
  ])('%s', (text, dateline) => {
    const dispatch = story(text, 'Viele kamen.');
    expect(dispatch).toMatchObject({ dateline, place: dateline });
    expect(dispatch.body.map(blockText)).toEqual([text.replace(/^.*?\s(?:[—–]|--)\s/u, ''), 'Viele kamen.']);
  });

  test.each(['FUSSBALL – Die Stadt feiert ihr Fest.', 'WETTER — Am Sonntag regnet es.', 'LIVE – Das Fest beginnt.'])(
    'a subject does not: %s',
    (text) => {
      expect(blockText(story(text, 'Viele kamen.').body[0] ?? { type: 'paragraph', text: '' })).toBe(text);
    },
  );

  test('nor do several, as in a round-up', () => {
    expect(story('SANDAU — Die Stadt feiert.', 'NORDBUCHT — Die Stadt schläft.')).not.toHaveProperty('dateline');
  });
});
