import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../main/wire/dispatch.ts';
import { dispatchesOf, onlyOf } from '../reading.ts';

const shown = (block: Block) =>
  `${block.type}: ${'text' in block ? block.text : block.type === 'list' ? block.items.map(({ text }) => text).join(' | ') : ''}`;
const json = (value: unknown) => onlyOf(JSON.stringify(value), 'story.json');

describe('generic JSON', () => {
  test.each([
    ['texts', ['A crane lifted a bell.', 'It rang.'], ['paragraph: A crane lifted a bell.', 'paragraph: It rang.']],
    [
      'blocks with a type',
      [
        { type: 'paragraph', text: 'A crane lifted a bell.' },
        { type: 'heading', text: 'Many came' },
        { type: 'image', text: 'The bell. Photo: Anna Brook' },
        { type: 'quote', text: 'It rang.' },
      ],
      ['paragraph: A crane lifted a bell.', 'heading: Many came', 'quote: It rang.'],
    ],
    [
      'blocks of an editor',
      [
        { type: 'header', data: { text: 'Many came', level: 2 } },
        { type: 'paragraph', data: { text: 'A crane lifted a <b>bell</b>.' } },
        { type: 'list', data: { items: ['One', 'Two'] } },
      ],
      ['heading: Many came', 'paragraph: A crane lifted a bell.', 'list: One | Two'],
    ],
  ])('a text that is a list of %s', (_, body, blocks) => {
    expect(json({ headline: 'Crane lifts bell', date: '2026-03-14T10:12:00Z', body }).body.map(shown)).toEqual(blocks);
  });

  test.each([
    ['of an archive', { id: 'a1', fields: { title: 'Crane lifts bell', bodyText: 'A crane lifted a bell.' } }],
    [
      'of an API',
      { id: 'a1', type: 'story', attributes: { title: 'Crane lifts bell', text: 'A crane lifted a bell.' } },
    ],
    ['of an index', { _id: 'a1', _source: { title: 'Crane lifts bell', text: 'A crane lifted a bell.' } }],
    ['of a page', { id: 'a1', webTitle: 'Crane lifts bell', fields: { bodyText: 'A crane lifted a bell.' } }],
  ])('the fields of a record %s', (_, record) => {
    const story = json({ data: { results: { hits: [{ node: record }] } } });
    expect(story).toMatchObject({ id: 'json:a1', headline: 'Crane lifts bell' });
    expect(story.body.map(shown)).toEqual(['paragraph: A crane lifted a bell.']);
  });
});

describe('a day and an hour in fields of their own', () => {
  test.each([
    '{"titel":"Kran hebt Glocke","text":"Ein Kran hob eine Glocke.","datum":"14.03.2026","uhrzeit":"9.12 Uhr"}',
    '<meldung><titel>Kran hebt Glocke</titel><datum>2026-03-14</datum><zeit>09:12:00</zeit><text>Ein Kran hob eine Glocke.</text></meldung>',
    '<m><n titel="Kran hebt Glocke" datum="14.03.2026" uhrzeit="09:12"><absatz>Ein Kran hob eine Glocke.</absatz></n></m>',
  ])('%s', (text) => {
    expect(Date.parse(onlyOf(text).publishedAt)).toBe(Date.parse('2026-03-14T09:12:00+01:00'));
  });
});

test('German fields: number, urgency, headings between paragraphs', () => {
  const story = onlyOf(
    '<nachricht prioritaet="2"><nummer>0412</nummer><agentur>dpa</agentur><datum>14.03.2026 10:12</datum><titel>Kran hebt Glocke</titel><absatz>Ein Kran hob eine Glocke.</absatz><zwischentitel>Viele kamen</zwischentitel><absatz>Sie läutete.</absatz></nachricht>',
  );
  expect(story).toMatchObject({ id: 'dpa:0412:2026-03-14', number: '0412', urgency: 2 });
  expect(story.body.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph']);
});

test('the number of a sender nobody knows may be that of a page', () => {
  expect(
    onlyOf('<a><nummer>0412</nummer><quelle>Hafen</quelle><titel>Kran</titel><text>Er hob eine Glocke.</text></a>'),
  ).not.toHaveProperty('number');
});

test('a list without its end gives its items', () => {
  const { dispatches, complete } = dispatchesOf(
    new TextEncoder().encode(
      '<news><item><head>Crane lifts bell</head><para>A crane lifted a bell.</para></item><item><head>Bell rings</head><para>It rang.</para></item>\n',
    ),
  );
  expect(dispatches.map(({ headline }) => headline)).toEqual(['Crane lifts bell', 'Bell rings']);
  expect(complete).toBe(false);
});
