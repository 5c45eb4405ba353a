import { describe, expect, test } from 'vitest';
import { only, onlyOf, readText } from '../reading.ts';

test("AP's envelope: its own fields, and the text inside it", () => {
  expect(only('appl/story.xml')).toMatchObject({
    id: '0000000000000000000000000000b311',
    version: 4,
    number: '700000000017',
    headline: 'Crane lifts bell in Harbourton',
    byline: 'JANE ROE, Arts Editor',
    dateline: 'HARBOURTON',
    slug: 'BC-Harbourton Bell',
    source: 'AP',
    urgency: 3,
    categories: ['Music'],
    publishedAt: '2026-04-02T08:31:00Z',
    text: 'A crane lifted a bell.\nIt rang twice.',
    file: { format: 'appl' },
  });
});

describe('an envelope of unknown make', () => {
  const nitf = (head: string, text: string) =>
    `<nitf><body><body.head>${head}</body.head><body.content><p>${text}</p></body.content></body></nitf>`;
  const envelope = (inner: string) =>
    `<delivery><id>d-77</id><title>Crane lifts bell</title><provider>Nordfunk</provider><urgency>2</urgency><published>2026-04-02T10:00:00+02:00</published><payload>${inner}</payload></delivery>`;

  test('fills what the payload lacks', () => {
    expect(onlyOf(envelope(nitf('', 'It rang.')))).toMatchObject({
      headline: 'Crane lifts bell',
      source: 'Nordfunk',
      urgency: 2,
      publishedAt: '2026-04-02T10:00:00+02:00',
      body: [{ text: 'It rang.' }],
      file: { format: 'nitf' },
    });
  });

  test('and nothing else', () => {
    const inner = nitf('<hedline><hl1>Bell lifted</hl1></hedline>', 'It rang.');
    expect(onlyOf(envelope(inner)).headline).toBe('Bell lifted');
  });

  test('holds several documents', () => {
    const inner = (n: number) => nitf(`<hedline><hl1>Bell ${n}</hl1></hedline>`, `It rang ${n} times.`);
    expect(readText(`<batch><doc>${inner(1)}</doc><doc>${inner(2)}</doc></batch>`)).toMatchObject({
      dispatches: [{ headline: 'Bell 1' }, { headline: 'Bell 2' }],
    });
  });
});
