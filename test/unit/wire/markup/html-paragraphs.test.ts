import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../main/wire/markup/html-blocks.ts';
import { paragraphsOnly } from '../../../../main/wire/markup/html-paragraphs.ts';

describe('HTML of nothing but paragraphs', () => {
  const simple = [
    '<p>Ein Satz.</p>',
    ' \n<p>Ein Satz.</p>\n<p></p><p> noch\neiner\f</p>\t',
    '<p>„Größer“ > kleiner\u00a0</p>',
  ];

  it.each(simple)('gives the tree the HTML Standard asks for: %j', (html) => {
    expect(paragraphsOnly(html)).toBeDefined();
    // A comment has no part in the tree and is read by the whole of the rules.
    expect(paragraphsOnly(html)).toEqual(readHtml(`<!---->${html}`));
  });

  const others = [
    '',
    ' ',
    'Text',
    '<p>a<br>b</p>',
    '<p>a &amp; b</p>',
    '<p class="x">a</p>',
    '<P>a</P>',
    '<p>a',
    '</p>',
  ];

  it.each([...others, '<p>a</p>b', '<p>a</p>\v', '<p>a\r\nb</p>', '<p>a\0b</p>', '<p>a<p>b</p>'])(
    'leaves the rest to those rules: %j',
    (html) => {
      expect(paragraphsOnly(html)).toBeUndefined();
    },
  );
});
