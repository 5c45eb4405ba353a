import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { dispatchesOf, fixture, only, onlyOf, readText } from '../reading.ts';

describe('ZCZC', () => {
  test('the base dialect', () => {
    const story = only('zczc/base.tst');
    expect(story).toMatchObject({
      headline: 'Wool prices climb to ten-year high',
      slug: 'Wool Auction 1st Ld',
      categories: ['Finance'],
      source: 'AAP',
      dateline: 'SYDNEY, Nov 20',
      publishedAt: '2026-11-20T00:00:00+11:00',
      complete: true,
    });
    expect(story.body).toHaveLength(2);
  });

  test('the broadcast dialect turns the signs around', () => {
    expect(only('zczc/broadcast.tst')).toMatchObject({
      headline: 'Ferry stuck on sandbank off Queensland',
      slug: 'Ferry_BC2',
      dateline: 'BRISBANE',
      categories: ['Domestic'],
    });
  });

  test('Medianet: routing words, the organisation as source, a date in the text, bullets', () => {
    const story = only('zczc/medianet.tst');
    expect(story).toMatchObject({
      headline: 'Media release: Apple harvest up 12 per cent',
      slug: 'Orchard Growers Union',
      source: 'Orchard Growers Union',
      keywords: ['MNETALL', 'MFI'],
      publishedAt: '2026-11-20T00:00:00+11:00',
    });
    expect(story.body.at(-1)).toMatchObject({
      type: 'list',
      items: [{ text: 'better prices' }, { text: 'more seasonal workers' }],
    });
  });

  test('News Bites: fields of two letters, windows-1252, no end mark', () => {
    const story = only('zczc/newsbites.tst');
    expect(story).toMatchObject({
      headline: 'Kestrel Minerals delays Karri project',
      source: 'News Bites',
      number: '30012345',
      publishedAt: '2026-11-20T15:30:00+11:00',
      complete: false,
      file: { encoding: 'windows-1252' },
    });
    expect(story.text).toMatch(/^Kestrel’s Karri project/);
    expect(story.file.warnings.map(({ code }) => code)).toContain('message.no-nnnn');
  });

  test('a results service without any sign: first telling line, rows kept', () => {
    const story = only('zczc/racing.tst');
    expect(story.headline).toBe('RACING : Willow Park FIELDS Saturday');
    expect(story.text).toContain('\n 2 _    4  Late Again  (3)        L Corrie               58');
    expect(story.body.some((block) => block.type === 'preformatted')).toBe(true);
  });

  test('tabular text is kept as it stands', () => {
    expect(only('zczc/table.tst').body).toEqual([
      {
        type: 'preformatted',
        text: 'Copper      9 841     +0.4\nTin        31 020     -1.2\nZinc        2 790     +0.1',
      },
    ]);
  });

  test('several messages in one file, one a correction', () => {
    const { dispatches } = dispatchesOf(fixture('zczc/two.tst'));
    expect(dispatches.map((story) => [story.headline, story.signal])).toEqual([
      ['Rovers win derby in extra time', undefined],
      ['CORRECTION: Captain of Rovers is Dale Minter', 'correction'],
    ]);
  });

  test('nothing between the marks is a problem', () => {
    expect(readText('ZCZC AAP\n\nNNNN\n')).toMatchObject({
      kind: 'problem',
      problem: { reason: 'damaged' },
      complete: true,
    });
  });

  test('a text that only mentions ZCZC is none', () => {
    expect(onlyOf('Fernschreiber im Museum\n\nDie Taste ZCZC klemmte.').file.format).toBe('plain');
  });
});

describe('ZCZC of AAP', () => {
  const aap = (...lines: string[]) =>
    onlyOf(`ZCZC AAP\n$ F\n:Harbour\n^Harbour opens\n*X\n${lines.join('\n')}\nNNNN\n`);
  const text = '   SYDNEY, Nov 20 AAP - The harbour opens on Monday.';

  test.each([
    [['   By Jane Roe', text], 'Jane Roe'],
    [['By Jane Roe and Ole Brandt', '', text], 'Jane Roe and Ole Brandt'],
    [['By Jane Roe, Arts Editor', text], 'Jane Roe, Arts Editor'],
  ])('%s names who wrote it', (lines, byline) => {
    const dispatch = aap(...lines);
    expect(dispatch).toMatchObject({ byline, dateline: 'SYDNEY, Nov 20' });
    expect(dispatch.body.map(blockText)).toEqual(['The harbour opens on Monday.']);
  });

  test.each([[['By Sydney Harbour', 'they wait for ships.']], [['By Monday the harbour opens.']], [['By Jane Roe']]])(
    '%s is text',
    (lines) => {
      const dispatch = aap(...lines);
      expect(dispatch).not.toHaveProperty('byline');
      expect(dispatch.body.map(blockText).join(' ')).toContain(lines[0]);
    },
  );

  test('a day is no author', () => {
    expect(aap('By Friday Morning Trade', '', text)).not.toHaveProperty('byline');
    expect(aap('By April Jones', '', text)).toHaveProperty('byline', 'April Jones');
  });

  test.each([
    ['EMBARGOED until 6.00am November 24, 2026', '2026-11-23T19:00:00.000Z'],
    ['EMBARGOED until 0600 AEST November 24, 2026', '2026-11-23T20:00:00.000Z'],
    ['EMBARGOED until 0600 ACDT November 24, 2026', '2026-11-23T19:30:00.000Z'],
    ['EMBARGOED until 0600 AWST November 24, 2026', '2026-11-23T22:00:00.000Z'],
  ])('%s means the clocks of Australia', (line, until) => {
    const dispatch = aap(line, '', text);
    expect(dispatch.status).toBe('embargoed');
    expect(new Date(dispatch.embargoUntil ?? '').toISOString()).toBe(until);
  });
});

test('ANSA: number, category, headline, text, and the time before the end', () => {
  const { dispatches, complete } = dispatchesOf(
    new TextEncoder().encode(
      'ZCZC\nANSA0214/XCR\nXCI52142_SXB_QBXB\nU CRO S0B QBXB\nPorti: gru solleva campana\n\n(ANSA) - LUNDSUND, 14 MAR - Una gru ha sollevato una\ncampana. Lo ha detto il porto. (ANSA).\n\n     YAB-CO\n14-MAR-26 10:12 NNNN\n',
    ),
  );
  expect(dispatches).toMatchObject([
    {
      id: 'ANSA:0214:2026-03-14',
      headline: 'Porti: gru solleva campana',
      dateline: 'LUNDSUND, 14 MAR',
      source: 'ANSA',
      number: '0214',
      publishedAt: '2026-03-14T10:12:00+01:00',
    },
  ]);
  expect(dispatches[0]?.body).toHaveLength(1);
  expect(complete).toBe(true);
});
