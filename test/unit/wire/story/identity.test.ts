import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../main/wire/story/facts.ts';
import { finish } from '../../../../main/wire/story/finish.ts';
import { decodedText } from '../decoded-file.ts';
import { dispatchesOf } from '../reading.ts';

const finished = (facts: Facts) =>
  finish(
    { headline: 'Kran hebt Glocke', times: ['2026-04-02T10:00:00+02:00'], ...facts },
    { file: decodedText('file'), format: 'test' },
  );
const idsIn = (text: string) => dispatchesOf(new TextEncoder().encode(text)).dispatches.map(({ id }) => id);

test.each([
  'N/A',
  'n.a.',
  'none',
  'NULL',
  '0',
  '000000',
  '-',
  '00000000-0000-0000-0000-000000000000',
  'undefined',
  'urn:newsml:example.org',
  'urn:newsml:example.org:20260402',
  'urn:newsml:example.org:20260402T101500Z:',
  'tag:example.org,2026:',
  'https://example.org/',
  'https://example.org',
])('%s is no id', (guid) => {
  const none = finished({})?.id;
  expect(finished({ guid })?.id).toBe(none);
  expect(finished({ localId: guid })?.id).toBe(none);
});

test.each(['a', '17', 'urn:x:0', 'Ω', 'https://example.org/?p=0', 'urn:newsml:example.org:20260402:0'])(
  '%s is an id',
  (guid) => {
    expect(finished({ guid })?.id).toBe(guid);
  },
);

describe('the version inside an id is a version', () => {
  test.each([
    ['urn:newsml:example.nl:20260402:4711-v3', 'urn:newsml:example.nl:20260402:4711', 3],
    ['ABC123_V2', 'ABC123', 2],
    ['item;version=4', 'item', 4],
    ['http://feed/4711/2026-04-02T10:00:00.000Z/2', 'http://feed/4711', 2],
    ['urn:newsml:example.org:20260402:BELL:2U', 'urn:newsml:example.org:20260402:BELL', 2],
    ['https://example.org/engine-v2', 'https://example.org/engine-v2', 1],
    ['urn:newsml:example.org:20260402:V1', 'urn:newsml:example.org:20260402:V1', 1],
    ['v2', 'v2', 1],
  ])('%s', (guid, id, version) => {
    expect(finished({ guid })).toMatchObject({ id, version });
  });

  test('a field that names the version is believed first', () => {
    expect(finished({ guid: 'x:4711-v3', version: '7' })).toMatchObject({ id: 'x:4711', version: 7 });
  });

  test('references and related stories name their story the same way', () => {
    const story = finished({
      guid: 'x:4711-v3',
      references: [{ relation: 'updates', id: 'x:4710-v1' }],
      related: [
        { text: 'Vorher', certain: true, dispatchId: 'x:4711-v2' },
        { text: 'Anders', certain: true, dispatchId: 'x:9-v2' },
      ],
    });
    expect(story?.refersTo).toEqual([{ relation: 'updates', id: 'x:4710' }]);
    expect(story?.related).toEqual([{ text: 'Anders', certain: true, dispatchId: 'x:9' }]);
  });
});

describe('stories of one file that share an id', () => {
  const item = (guid: string, title: string, link = '', more = '') =>
    `<item><title>${title}</title>${link && `<link>${link}</link>`}<guid isPermaLink="false">${guid}</guid><description>${title}, so der Hafen.</description>${more}</item>`;
  const feed = (...items: string[]) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Hafenfunk</title><link>https://hafen.example/</link>${items.join('')}</channel></rss>`;

  test('get one each, by their page, else by their headline', () => {
    const ids = idsIn(
      feed(
        item('f7', 'Kran hebt Glocke', 'https://hafen.example/a'),
        item('f7', 'Schlepper sinkt', 'https://hafen.example/b'),
        item('f7', 'Lotse gesucht'),
      ),
    );
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe('hafen.example:f7 https://hafen.example/a');
  });

  test('the same in JSON', () => {
    const entry = (title: string) => ({ uri: 'urn:x:1', headline: title, body_text: `${title}, so der Hafen.` });
    expect(new Set(idsIn(JSON.stringify([entry('Kran hebt Glocke'), entry('Schlepper sinkt')]))).size).toBe(2);
  });

  test('keep it if they are one story, its versions, or its kill', () => {
    const same = item('f7', 'Kran hebt Glocke');
    expect(new Set(idsIn(feed(same, same))).size).toBe(1);
    const entry = (version: string, title: string, status = 'usable') => ({
      uri: 'urn:x:1',
      version,
      pubstatus: status,
      headline: title,
      body_text: `${title}.`,
    });
    const ids = (...entries: object[]) => new Set(idsIn(JSON.stringify(entries)));
    expect(ids(entry('1', 'Kran hebt Glocke'), entry('2', 'Kran hebt zwei Glocken'))).toEqual(new Set(['urn:x:1']));
    expect(ids(entry('1', 'Kran hebt Glocke'), entry('1', 'Bitte streichen', 'canceled'))).toEqual(
      new Set(['urn:x:1']),
    );
  });
});

test('NewsML without an item number: a Duid or a provider alone is no id', () => {
  const id = (minute: string, headline: string) =>
    idsIn(
      `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>hafen.example</ProviderId><DateId>20260402</DateId><NewsItemId/><RevisionId PreviousRevision="0" Update="N">0</RevisionId><PublicIdentifier>urn:newsml:hafen.example</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="NEWS"/><ThisRevisionCreated>20260402T${minute}00Z</ThisRevisionCreated></NewsManagement><NewsComponent Duid="0"><NewsLines><HeadLine>${headline}</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>`,
    )[0];
  expect(id('0811', 'Kran hebt Glocke')).not.toBe(id('0911', 'Schlepper sinkt'));
  expect(id('0811', 'Kran hebt Glocke')).toBe(id('0811', 'Kran hebt Glocke'));
});
