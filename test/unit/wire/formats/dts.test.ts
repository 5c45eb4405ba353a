import { describe, expect, test } from 'vitest';
import { message } from '../../../../preload/contract/messages.ts';
import { dispatchesOf, fixture, only, onlyOf } from '../reading.ts';

const at = (date: string) =>
  onlyOf(`Inland\n\nEine Meldung ohne Namen\n\n${date}\n\nEs ist etwas geschehen.\n\n@ dts-nachrichtenagentur.de`);

describe('the dts layout', () => {
  test('is read completely', () => {
    const story = only('dts/full.txt');
    expect(story).toMatchObject({
      headline: 'Glashütte Ilmengrund stellt auf Wasserstoff um',
      categories: ['Wirtschaft', 'Industrie'],
      publishedAt: '2026-11-22T09:15:30+01:00',
      publishedRaw: '22.11.2026 - 09:15:30',
      source: 'dts-nachrichtenagentur.de',
      language: 'de',
      urgency: 5,
      status: 'usable',
      complete: true,
      file: { format: 'dts', encoding: 'utf-8', warnings: [] },
    });
    expect(story.body).toEqual([
      {
        type: 'paragraph',
        text: 'Die Glashütte Ilmengrund stellt ihre Öfen auf Wasserstoff um. Das teilte das Unternehmen am Sonntag mit.',
      },
      { type: 'paragraph', text: '"Wir schmelzen ab 2028 ohne Gas", sagte Geschäftsführerin Ines Rothe.' },
    ]);
  });

  test('teasers keep their text, give Ressort and minute, and split with a guess', () => {
    expect(only('dts/full.txt').related).toEqual([
      {
        text: 'Rothe: Strompreis entscheidet über Standort Die Geschäftsführerin der Glashütte Ilmengrund, Ines Rothe, hat niedrigere Strompreise gefordert.Sonst drohe "das Ende für drei Werke".Zudem (das gilt seit Mai) fehle ein Anschluss.',
        headline: 'Rothe: Strompreis entscheidet über Standort',
        lead: 'Die Geschäftsführerin der Glashütte Ilmengrund, Ines Rothe, hat niedrigere Strompreise gefordert. Sonst drohe "das Ende für drei Werke". Zudem (das gilt seit Mai) fehle ein Anschluss.',
        certain: false,
        category: 'Wirtschaft',
        publishedAt: '2026-11-21T17:05:00+01:00',
      },
    ]);
  });

  test('in windows-1252 with CRLF it is the same story', () => {
    const [one, other] = [only('dts/full.txt'), only('dts/crlf-1252.txt')];
    expect(other.file.encoding).toBe('windows-1252');
    expect({ ...other, file: one.file, id: one.id }).toEqual(one);
    expect(other.id).toBe(one.id);
  });

  test('a dateline with agency, a source beside the date, a photo credit', () => {
    const story = only('dts/dateline.txt');
    expect(story).toMatchObject({
      dateline: 'Frankfurt/Main',
      source: 'dts-nachrichtenagentur.de',
      publishedAt: '2026-01-22T10:07:00+01:00',
      categories: ['Finanzen'],
    });
    expect(story.text).toBe('Der Dax hat zugelegt. Am Ende stand ein Plus von 0,65 Prozent, z.B. bei Chemie.');
  });

  test('a date at the end and a broken dateline', () => {
    const story = only('dts/date-at-end.txt');
    expect(story).toMatchObject({
      headline: 'Bahn streicht Halt in Neuenfeld',
      dateline: 'Potsdam',
      publishedRaw: '28.12.2015',
      source: 'dts-nachrichtenagentur.de',
    });
    expect(story.file.warnings).toEqual([message('time.day-only')]);
    expect(story.body).toHaveLength(2);
  });

  test('a flash has signal and urgency, and its headline no crosses', () => {
    expect(only('dts/flash.txt')).toMatchObject({
      headline: 'Regierung von Tavoria tritt zurück',
      signal: 'flash',
      urgency: 2,
    });
  });

  test('an hour glued to the headline belongs to the day of the file', () => {
    expect(only('dts/clock.txt')).toMatchObject({
      headline: 'Schulz will neue Regeln für Radwege',
      publishedAt: '2026-11-22T20:59:00+01:00',
      dateline: 'Berlin',
      source: 'dts-nachrichtenagentur.de',
    });
  });

  test('a day page is several dispatches', () => {
    const { dispatches } = dispatchesOf(fixture('dts/day-page.txt'));
    expect(dispatches.map((story) => [story.headline, story.categories, story.publishedAt, story.body.length])).toEqual(
      [
        ['Sturm zieht über Norddeutschland', ['Inland', 'Wetter'], '2026-11-21T08:00:00+01:00', 1],
        ['Kiel gewinnt Handball-Derby', ['Sport'], '2026-11-21T21:30:10+01:00', 2],
      ],
    );
  });

  test('dpa-AFX: source beside the date, round-up, sign-off out of the text', () => {
    const story = only('dts/dpa-afx.txt');
    expect(story).toMatchObject({ source: 'dpa-AFX', signal: 'roundup', dateline: 'BIELEFELD' });
    expect(story.text).toBe('Das Möbelhaus Lindner hat seine Prognose gesenkt.');
    expect(story.notes).toEqual([{ kind: 'nonpublic', text: '/mfi/DP/stw' }]);
  });

  test('an embargo above the categories', () => {
    expect(only('dts/embargo.txt')).toMatchObject({
      headline: 'Studie: Weniger Schulabbrecher',
      categories: ['Inland'],
      status: 'embargoed',
      embargoUntil: '2026-11-24T06:00:00+01:00',
      publishedAt: '2026-11-23T18:00:00+01:00',
      notes: [{ kind: 'embargo', text: 'Sperrfrist: 24.11.2026, 6.00 Uhr' }],
    });
  });

  test('a correction, in the hour that comes twice', () => {
    expect(only('dts/correction.txt')).toMatchObject({
      signal: 'correction',
      publishedAt: '2026-10-25T02:30:00+02:00',
      source: 'dts-nachrichtenagentur.de',
    });
  });
});

describe('date lines', () => {
  test.each([
    ['03.12.2025 - 16:30:43', '2025-12-03T16:30:43+01:00'],
    ['03.07.2026 - 16:30', '2026-07-03T16:30:00+02:00'],
    ['22.01.26 10:07 Uhr', '2026-01-22T10:07:00+01:00'],
    ['22.01.26 10.07 Uhr, dts-nachrichtenagentur.de', '2026-01-22T10:07:00+01:00'],
    ['29.03.2026 - 02:30:00', '2026-03-29T03:30:00+02:00'],
    ['29.03.2026 - 01:59:59', '2026-03-29T01:59:59+01:00'],
    ['25.10.2026 - 03:00:00', '2026-10-25T03:00:00+01:00'],
    ['01.02.2026, 7:05 Uhr', '2026-02-01T07:05:00+01:00'],
  ])('%s', (date, iso) => {
    expect(at(date)).toMatchObject({ publishedAt: iso, headline: 'Eine Meldung ohne Namen', categories: ['Inland'] });
  });

  test('a day the calendar does not have is no date', () => {
    expect(at('31.02.2026 - 10:00').publishedRaw).toBeUndefined();
  });

  test('a date in the headline stays in it', () => {
    const story = onlyOf(
      'Vermischtes\n\nLottozahlen vom Mittwoch (28.01.2025)\n\n28.01.2026 - 18:40:00\n\nDie Zahlen: 3, 9, 14.\n\n@ dts-nachrichtenagentur.de',
    );
    expect(story).toMatchObject({
      headline: 'Lottozahlen vom Mittwoch (28.01.2025)',
      publishedAt: '2026-01-28T18:40:00+01:00',
    });
  });

  test('a headline glued to the date', () => {
    expect(
      onlyOf('Deich bei Tönning hält 22.01.2026 - 10:07\n\nDer Deich hat gehalten.\n\n@ dts-nachrichtenagentur.de'),
    ).toMatchObject({
      headline: 'Deich bei Tönning hält',
      publishedAt: '2026-01-22T10:07:00+01:00',
    });
  });
});

describe('lenient reading', () => {
  const body = 'Der Rat hat am Abend getagt und nichts beschlossen.';
  test('no categories, a headline that is repeated', () => {
    const story = onlyOf(
      `Rat tagt ohne Ergebnis\n\nRat tagt ohne Ergebnis\n\n22.11.2026 - 10:00\n\n${body}\n\n@ dts-nachrichtenagentur.de`,
    );
    expect(story).toMatchObject({ headline: 'Rat tagt ohne Ergebnis', categories: [] });
    expect(story.kicker).toBeUndefined();
  });

  test('a source that nothing names is dts, whose layout it is, with a warning', () => {
    const story = onlyOf(`Inland\n\nRat tagt\n\n22.11.2026 - 10:00\n\n${body}`, 'nordpresse/4711.txt');
    expect(story.source).toBe('dts-nachrichtenagentur.de');
    expect(story.file.warnings).toContainEqual(message('source.dts'));
    expect(onlyOf(`Inland\n\nRat tagt\n\n22.11.2026 - 10:00\n\n${body}`).source).toBe('dts-nachrichtenagentur.de');
  });

  test('hard-wrapped lines are paragraphs again', () => {
    const wrapped =
      'Der Rat der Stadt Ellernstedt hat am Montagabend nach elf Stunden\nund vier Unterbrechungen nichts beschlossen, wie eine Sprecherin der\nStadt am Morgen danach mitteilte.';
    expect(
      onlyOf(`Inland\n\nRat tagt\n\n22.11.2026 - 10:00\n\n${wrapped}\n\n@ dts-nachrichtenagentur.de`).body,
    ).toEqual([{ type: 'paragraph', text: wrapped.replaceAll('\n', ' ') }]);
  });

  test('other headings and link words of the related block', () => {
    const story = onlyOf(
      `Inland\n\nRat tagt\n\n22.11.2026 - 10:00\n\n${body}\n\n@ dts-nachrichtenagentur.de\n\nAndere News\n\nSturm zieht ab Ein Sturm ist abgezogen. (Wetter, 21.11.2026 - 08:00) [Weiter...]\n\nKeine Trennung hier [...]`,
    );
    expect(story.related).toHaveLength(2);
    expect(story.related[0]).toMatchObject({ category: 'Wetter', publishedAt: '2026-11-21T08:00:00+01:00' });
    expect(story.related[1]).toEqual({ text: 'Keine Trennung hier', certain: false });
  });

  test('a page of nothing but teasers is an advisory with all of them', () => {
    const story = onlyOf(
      'Rat tagt ohne Ergebnis Der Rat hat getagt. (Inland, 20.11.2026 - 10:07) weiterlesen...\n\nSturm zieht ab Ein Sturm ist abgezogen. (Wetter, 21.11.2026 - 08:00) weiterlesen...',
    );
    expect(story).toMatchObject({ headline: 'Weitere Meldungen', signal: 'advisory', body: [] });
    expect(story.related.map((teaser) => teaser.category)).toEqual(['Inland', 'Wetter']);
  });

  test('the agency above everything is no headline', () => {
    const story = onlyOf(`dts Nachrichtenagentur\n\nRat tagt ohne Ergebnis\n\nEllernstedt (dts) - ${body}`);
    expect(story).toMatchObject({
      headline: 'Rat tagt ohne Ergebnis',
      dateline: 'Ellernstedt',
      source: 'dts-nachrichtenagentur.de',
    });
  });

  test('a story about an embargo is not embargoed', () => {
    const story = onlyOf(
      `Ausland\n\nEmbargo gegen Tavoria bleibt\n\n22.11.2026 - 10:00\n\nDas Embargo gilt bis 24. Januar, teilte der Rat mit.\n\n@ dts-nachrichtenagentur.de`,
    );
    expect(story.status).toBe('usable');
  });
});

test.each([
  ['a dateline with its agency', 'MUSTERHAFEN (dpa-AFX) - Die Werft wächst. Das teilte sie mit.', 'dpa-AFX'],
  ['a dateline without dash', 'Musterhafen (KNA) Die Glocken läuten wieder.', 'KNA'],
  ['nobody', 'Die Werft wächst. Das teilte sie mit.', undefined],
])('a date line alone does not make a text one of dts: %s', (_, paragraph, source) => {
  expect(onlyOf(`Werft wächst weiter\n\n14.03.2026, 08:15 Uhr\n\n${paragraph}\n`).source).toBe(source);
});
