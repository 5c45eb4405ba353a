import { describe, expect, test } from 'vitest';
import { onlyOf, readText } from '../reading.ts';

const item = (body: string, rest = '') =>
  `{"uri":"urn:example:7","type":"text","versioncreated":"2026-04-02T08:00:00Z","language":"en","headline":"Crane lifts bell","body_text":"${body}"${rest}}`;
const textOf = (text: string) =>
  onlyOf(text)
    .body.map((block) => ('text' in block ? block.text : ''))
    .join(' ');

describe('JSON with small faults is read to its end, with a warning', () => {
  test.each([
    [
      'a raw line break and a tab in a text',
      item('The bell hangs.\r\nIt took\ttwo days.'),
      'The bell hangs. It took two days.',
    ],
    [
      'escapes that JSON does not know',
      item(String.raw`She said \“at last\” and \'yes\'.`),
      "She said “at last” and 'yes'.",
    ],
    ['an escape cut short', item(String.raw`A \u20 bell.`), 'A u20 bell.'],
    ['trailing commas', item('The bell hangs.', ',"keywords":["bell", ],\n'), 'The bell hangs.'],
    [
      'comments',
      `// feed 3\n/* * draft */ ${item('See https://example.org/ /* here */.', ' // end')}`.replace(/}$/, '\n}'),
      'See https://example.org/ /* here */.',
    ],
    [
      'a byte order mark inside and NUL bytes behind',
      `\uFEFF\uFEFF${item('The bell hangs.')}\0\0\0\0`,
      'The bell hangs.',
    ],
    ['a bell and a vertical tab', item('The bell\u0007 hangs\u000B.'), 'The bell hangs.'],
  ])('%s', (_, text, body) => {
    const story = onlyOf(text);
    expect(textOf(text)).toBe(body);
    expect(story).toMatchObject({ id: 'urn:example:7', headline: 'Crane lifts bell' });
    expect(story.file.warnings).toEqual([{ code: 'json.repaired', values: {} }]);
  });

  test('sound JSON has no warning, whatever its texts hold', () => {
    expect(onlyOf(item(String.raw`\/\/ no comment, ] and \"quote\" \\`)).file.warnings).toEqual([]);
  });

  test('small faults do not hide that the file is cut', () => {
    const parsed = readText(item('The bell hangs.\nIt took two days and').slice(0, -3));
    expect(parsed).toMatchObject({ kind: 'dispatches', complete: false });
  });
});
