import { describe, expect, test } from 'vitest';
import { isRtf, rtfText } from '../../../../main/wire/bytes/rtf.ts';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { dispatchesOf, onlyOf } from '../reading.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const textOf = (body: string): string => rtfText(bytes(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`)).text;

describe('text in Rich Text Format', () => {
  test.each([
    ['bytes of its code page', String.raw`H\'e4fen f\'fcr alle`, 'Häfen für alle'],
    ['Unicode, without what stands in for it', String.raw`\uc1 5 \u8364?, \u228\'e4, \uc0\u246 l`, '5 €, ä, öl'],
    ['signs', String.raw`\ldblquote Ja\rdblquote  \endash  so\{1\}`, '“Ja” – so{1}'],
    ['no formatting', String.raw`Der {\b neue} \i Kran\i0 .`, 'Der neue Kran.'],
    ['line ends of the file are no text', 'Der Kr\r\nan', 'Der Kran'],
    ['paragraphs', String.raw`Eins\par Zwei\line Drei`, 'Eins\n\nZwei\nDrei'],
    [
      'no fonts, notes and unknown groups',
      String.raw`{\fonttbl{\f0 Arial;}}{\*\generator X;}{\info{\title T}}Kran`,
      'Kran',
    ],
    ['the text of a link', String.raw`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt Hafen}}`, 'Hafen'],
  ])('%s', (_, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  test('in Cyrillic', () => {
    expect(rtfText(bytes(String.raw`{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}`)).text).toBe('Мир');
  });

  test('is told by its first bytes', () => {
    expect([isRtf(bytes('{\\rtf1 x}')), isRtf(bytes('{"a":1}')), isRtf(bytes('{'))]).toEqual([true, false, false]);
  });
});

const STORY = String.raw`{\rtf1\ansi\ansicpg1252 Kran in Lundsund steht wieder\par\par Lundsund (dpa) - Der Kran steht wieder, sagte die Baur\'e4tin.\par Er ist neunzig Meter hoch und tr\'e4gt tausend Tonnen.\par}`;

test('a document is read like any text', () => {
  const dispatch = onlyOf(STORY, 'kran.rtf');
  expect(dispatch).toMatchObject({
    headline: 'Kran in Lundsund steht wieder',
    dateline: 'Lundsund',
    source: 'dpa',
    file: { format: 'plain', size: STORY.length },
  });
  expect(dispatch.body.map(blockText)).toEqual([
    'Der Kran steht wieder, sagte die Baurätin.',
    'Er ist neunzig Meter hoch und trägt tausend Tonnen.',
  ]);
});

test('a document that stops in the middle is not complete', () => {
  expect(dispatchesOf(bytes(STORY)).complete).toBe(true);
  expect(dispatchesOf(bytes(STORY.slice(0, -4))).complete).toBe(false);
});

test('a document attached to a mail is a story', () => {
  const mail = [
    'From: Werft Sandau <presse@werft.example>',
    'Subject: Kran',
    'Date: Sat, 14 Mar 2026 10:12:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Anbei.',
    '--b',
    'Content-Type: application/rtf; name="kran.rtf"',
    'Content-Disposition: attachment; filename="kran.rtf"',
    '',
    STORY,
    '--b--',
    '',
  ].join('\r\n');
  expect(onlyOf(mail, 'kran.eml')).toMatchObject({ headline: 'Kran in Lundsund steht wieder', dateline: 'Lundsund' });
});
