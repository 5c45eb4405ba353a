import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../../main/wire/formats.ts';
import { htmlToBlocks } from '../../../../main/wire/markup/html-blocks.ts';
import { textOrHtmlToBlocks } from '../../../../main/wire/markup/plain-blocks.ts';
import { readXml, XML_LIMITS } from '../../../../main/wire/markup/xml-tree.ts';
import { bodyText } from '../../../../main/wire/normalise.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { decodedText, headOf } from '../decoded-file.ts';
import { fixture, readFile } from '../markup-fixture.ts';

/** Bounds are far above what is needed here, so that a busy machine fails nothing and runaway work still does. */
const generous = 15_000;

const tags = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</i>',
    '<br>',
    '<table><tr><td>',
    '</table>',
    '<ul><li>',
    '<script>',
    '</script>',
    '&amp;lt;p>',
  ],
  ...[
    '<a href="javascript:x">',
    '<a href="https://x.example">',
    '</a>',
    '<pre>',
    '<h2>',
    '&nbsp;',
    '&',
    '<',
    '"',
    'a | b | c',
  ],
);
const soup = fc.array(fc.oneof(tags, fc.string()), { maxLength: 60 }).map((parts) => parts.join(''));

describe('HTML to blocks', () => {
  test('any soup of tags: no exception, the same each time, links only where they may lead, marks inside their text', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const blocks = htmlToBlocks(html);
        expect(htmlToBlocks(html)).toEqual(blocks);
        expect(bodyText(textOrHtmlToBlocks(html))).toBeTypeOf('string');
        for (const block of blocks) {
          if (!('marks' in block)) continue;
          for (const mark of block.marks ?? []) {
            expect(mark.from).toBeLessThan(mark.to);
            expect(mark.to).toBeLessThanOrEqual(block.text.length);
            if (mark.kind === 'link') expect(mark.href).toMatch(/^(?:https?:|mailto:)/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nested elements', '<div>'.repeat(2_000_000)],
    ['nested tables', '<table><tr><td>'.repeat(300_000)],
    ['open styles', `${'<font a=1>'.repeat(100_000)}${'<p>x'.repeat(100_000)}`],
    ['attributes', `<a ${Array.from({ length: 500_000 }, (_, index) => `a${index}`).join(' ')}>x`],
    ['end tags', '</p>'.repeat(2_000_000)],
  ])(
    '10 MB of %s end',
    (_, html) => {
      expect(htmlToBlocks(html).length).toBeLessThan(210_000);
    },
    generous,
  );
});

describe('XML', () => {
  const xml = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<a>',
        '</a>',
        '<b x="1">',
        '</b>',
        '<c/>',
        '&',
        '&lt;',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<?x',
        '<!DOCTYPE x [',
        '"',
        '>',
      ),
      fc.string(),
    ),
    { maxLength: 60 },
  );

  test('anything in: a tree or a refusal out, the same each time', () => {
    fc.assert(
      fc.property(xml, (parts) => {
        const text = parts.join('');
        expect(readXml(text)).toEqual(readXml(text));
      }),
      { numRuns: 500 },
    );
  });

  const laughs = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha">${Array.from('bcdefghij', (name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]><nitf><body><body.content><p>&j;</p></body.content></body></nitf>`;
  test.each([
    ['a billion laughs', laughs],
    ['nested tags', '<nitf>'.repeat(1_700_000)],
    ['elements', `<rss>${'<item/>'.repeat(1_500_000)}</rss>`],
    ['attributes', `<nitf ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ')}/>`],
    ['ampersands', `<nitf>${'& '.repeat(5_000_000)}</nitf>`],
    ['more than can be read', `<nitf>${' '.repeat(XML_LIMITS.characters)}</nitf>`],
  ])(
    '%s end as a Problem',
    (_, text) => {
      expect(readFile(decodedText(text)).parsed).toMatchObject({ kind: 'problem', problem: { reason: 'damaged' } });
    },
    generous,
  );

  test('an external entity is never looked up', () => {
    const text =
      '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>a &x; b</p></body.content></body></nitf>';
    const { parsed } = readFile(decodedText(text));
    expect(parsed).toMatchObject({ dispatches: [{ body: [{ text: 'a &x; b' }] }] });
  });
});

describe('cut at any place', () => {
  test.each([
    'nitf/story.xml',
    'xml/release.xml',
    'rss/news.xml',
    'atom/tombstone.xml',
    'html/page.html',
    'newsml1/story.xml',
    'newsmlg2/story.xml',
    'ritzau/correction.xml',
    'ninjs/story.json',
    'digitalwires/story.json',
    'ap/item.json',
    'ninjs/list.json',
    'jsonfeed/feed.json',
  ])(
    '%s never becomes another complete story',
    (name) => {
      const { text } = fixture(name);
      const whole = readFile(decodedText(text)).parsed;
      const stories =
        whole.kind === 'dispatches' ? whole.dispatches.map(({ body, headline }) => ({ body, headline })) : [];
      for (let length = 1; length < text.length; length += 3) {
        const { parsed } = readFile(decodedText(text.slice(0, length)));
        // Handed on, it would become a plain text of tags.
        expect(parsed.kind).not.toBe('other');
        if (parsed.kind !== 'dispatches' || !parsed.complete) continue;
        expect(parsed.dispatches.map(({ body, headline }) => ({ body, headline }))).toEqual(stories);
      }
    },
    generous,
  );
});

test(
  'more items than any feed has: those that were read, and a Problem that says so',
  () => {
    const item = '{"uri":"a:1","headline":"b","body_text":"c"}';
    const { parsed } = readFile(decodedText(`[${`${item},`.repeat(20_000)}${item}]`));
    expect(parsed.kind === 'dispatches' && [parsed.dispatches.length, parsed.problems]).toEqual([
      10_000,
      [{ reason: 'too-large', message: message('file.too-many-stories', { most: 10_000 }) }],
    ]);
  },
  generous,
);

test.each([
  '<',
  '<n',
  '<!DOC',
  '<?xml',
  '<?xml version="1.0"?>',
  '<nitf a="b',
  '<!-- x',
  '<html><head>',
  '<p>',
  '<div>Ein',
])('a mere beginning of markup is no complete story: %s', (text) => {
  expect(readFile(decodedText(text)).parsed).toMatchObject({ complete: false });
});

test('detection throws at nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 400 }), soup, fc.constant('<!---->'.repeat(600))), (text) => {
      for (const format of formats) expect(format.detects(headOf(decodedText(text)))).toBeTypeOf('boolean');
    }),
    { numRuns: 200 },
  );
});

test('any text in, dispatches or a Problem out, the same each time', () => {
  const starts = fc.constantFrom(
    '<nitf>',
    '<rss><item>',
    '<NewsML><NewsItem>',
    '<newsItem>',
    '{"uri":"a",',
    '{"data":{"item":',
    '[{"title":"x"',
    '<RBNews>',
    '<html>',
    '<?xml version="1.0"?>',
    '',
  );
  fc.assert(
    fc.property(starts, soup, (start, rest) => {
      const file = decodedText(`${start}${rest}`);
      expect(readFile(file)).toEqual(readFile(decodedText(`${start}${rest}`)));
    }),
    { numRuns: 300 },
  );
});
