import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, Dispatch } from '../../../../main/wire/dispatch.ts';
import { type Facts, typedCopy } from '../../../../main/wire/story/facts.ts';
import { finish } from '../../../../main/wire/story/finish.ts';
import { decodedText } from '../decoded-file.ts';

const SENT = '2026-03-10T10:00:00+01:00';
const file = decodedText('file');
const finished = (facts: Facts, path = file.path) => finish(facts, { file: { ...file, path }, format: 'test' });
const paragraph = (text: string): Block => ({ type: 'paragraph', text });
const story: Facts = { headline: 'Hafen öffnet', times: [SENT], providers: ['dpa'], body: [paragraph('Ein Satz.')] };
const typed: Facts = { ...story, isTyped: true, body: [typedCopy(['Ein Satz.'])] };
const codes = (dispatch: Dispatch | undefined) => dispatch?.file.warnings.map(({ code }) => code);
const texts = (dispatch: Dispatch | undefined) => dispatch?.body.map((block) => ('text' in block ? block.text : ''));

describe('identity', () => {
  test('the guid, whatever else changes', () => {
    expect(finished({ ...story, guid: 'urn:x:1' })?.id).toBe('urn:x:1');
    expect(finished({ ...story, guid: `urn:${'x'.repeat(600)}` })?.id).toMatch(/^sha256:/);
  });

  test('a local id belongs to its source, one that looks global stays', () => {
    expect(finished({ ...story, localId: '17' })?.id).toBe('dpa:17');
    expect(finished({ ...story, providers: [], localId: '17' })?.id).toBe('test:17');
    expect(finished({ ...story, localId: 'tag:x,2026:17' })?.id).toBe('tag:x,2026:17');
  });

  test('source, number and day in Berlin', () => {
    const late = { ...story, number: '0157', times: ['2026-03-10T23:30:00Z'] };
    expect(finished(late)?.id).toBe('dpa:0157:2026-03-11');
  });

  test('else source, minute and headline; without a time the text', () => {
    const id = finished(story)?.id;
    expect(finished({ ...story, body: [paragraph('Ein anderer Satz.')] })?.id).toBe(id);
    expect(finished({ ...story, headline: 'Hafen schließt' })?.id).not.toBe(id);
    const undated = { ...story, times: [] };
    expect(finished(undated)?.id).not.toBe(finished({ ...undated, body: [paragraph('Ein anderer Satz.')] })?.id);
  });
});

describe('headline', () => {
  test('the first sentence stands in, then a line above, then the slug', () => {
    const body = [paragraph('Am 20. November tagt der U.S. Senat in Ellernstedt. Danach ist Pause.')];
    const replaced = finished({ ...story, headline: '', body });
    expect(replaced?.headline).toBe('Am 20. November tagt der U.S. Senat in Ellernstedt.');
    expect(codes(replaced)).toContain('headline.replaced');
    const lines = { ...typed, headline: undefined, body: [typedCopy(['Impressum der Agentur'])] };
    expect(finished({ ...lines, above: ['(Hinweis)'] })?.headline).toBe('(Hinweis)');
    expect(finished({ ...lines, slug: 'hafen' })?.headline).toBe('Impressum der Agentur');
  });

  test('an item without headline and text is no story, unless it kills one', () => {
    expect(finished({ times: [SENT], slug: 'hafen' })).toBeUndefined();
    expect(finished({ times: [SENT], slug: 'hafen', statusWord: 'stat:canceled' })).toMatchObject({
      headline: 'hafen',
      status: 'killed',
    });
  });

  test('nothing longer than 500 characters', () => {
    const long = finished({ ...story, headline: 'Wort '.repeat(200) });
    expect(long?.headline.length).toBeLessThanOrEqual(502);
    expect(codes(long)).toContain('headline.shortened');
  });
});

describe('source', () => {
  test('the first provider that names someone, in one spelling', () => {
    expect(finished({ ...story, providers: [undefined, 'urn:x', 'nprov:dpa', 'AFP'] })?.source).toBe('dpa');
    expect(finished({ ...story, providers: ['https://www.reuters.com/a'] })?.source).toBe('Reuters');
  });

  test('the dateline of typed copy, then the folder of an agency, then who alone sends the format', () => {
    const body = [typedCopy(['Sandau (afp) - Der Hafen öffnet wieder.'])];
    const assumed = { provider: 'AP' };
    expect(finished({ ...typed, providers: [], body, assumed })?.source).toBe('AFP');
    expect(finished({ ...typed, providers: [], assumed }, 'kna/1.txt')?.source).toBe('KNA');
    expect(finished({ ...typed, providers: [], assumed })?.source).toBe('AP');
  });

  test('an agency in brackets behind the place, wherever the dateline stands', () => {
    const lines = [
      'Hinweis zur Sendung',
      '',
      'SANDAU (dpa-AFX) Der Hafen öffnet wieder. Das teilte die Stadt (AP) mit.',
    ];
    const assumed = { provider: 'dts' };
    expect(finished({ ...typed, providers: [], body: [typedCopy(lines)], assumed })?.source).toBe('dpa-AFX');
  });

  test.each([
    ['nprov:reuters', 'Reuters'],
    ['nprov:KuestenDienst', 'KuestenDienst'],
    ['http://www.itar-tass.com/en', 'TASS'],
    ['Presseportal', 'OTS'],
    ['nprov:XQ', undefined],
    ['p:17', undefined],
    ['4711', undefined],
    ['http://localhost:80/', undefined],
    ['5f32e6d4-7289-45cf-bd2a-66bb0c0e1a11', undefined],
  ])('%s is %s', (provider, name) => {
    expect(finished({ ...story, providers: [provider] })?.source).toBe(name);
  });

  test('unknown is absent: no format and no folder', () => {
    expect(finished({ ...story, providers: [] }, 'nordpresse/1.txt')).not.toHaveProperty('source');
  });
});

describe('times', () => {
  test('zoneless ones are those of the agency', () => {
    expect(finished({ ...story, providers: ['AAP'], times: ['2026-03-10 10:00'] })?.publishedAt).toBe(
      '2026-03-10T10:00:00+11:00',
    );
  });

  test('a feed stands in, then the file', () => {
    const outer = finished({ ...story, times: ['?'], outerTime: SENT });
    expect(outer?.publishedAt).toBe(SENT);
    expect(codes(outer)).toContain('time.of-feed');
    const none = finished({ ...story, times: [] });
    expect(none?.publishedAt).toBe(file.receivedAt);
    expect(codes(none)).toContain('time.missing');
  });

  test('more than a day after arrival is none: the next one, then the file, with a warning', () => {
    const ahead = '2028-03-10T10:00:00+01:00';
    expect(finished({ ...story, times: [ahead, SENT] })?.publishedAt).toBe(SENT);
    const none = finished({ ...story, times: [ahead] });
    expect(none?.publishedAt).toBe(file.receivedAt);
    expect(codes(none)).toEqual(['time.ahead']);
    const clock = new Date(Date.parse(file.receivedAt) + 23 * 3_600_000).toISOString();
    expect(codes(finished({ ...story, times: [clock] }))).toEqual([]);
  });

  test('zoneless ones of unknown sources are those of the language, with a warning', () => {
    const unzoned: Facts = { ...story, providers: ['Nordpresse'], times: ['2026-03-10 10:00'] };
    const finnish = finished({ ...unzoned, language: 'fi' });
    expect(finnish?.publishedAt).toBe('2026-03-10T10:00:00+02:00');
    expect(codes(finnish)).toEqual(['time.no-zone']);
    expect(finished({ ...unzoned, language: 'en-GB' })?.publishedAt).toBe('2026-03-10T10:00:00+00:00');
    expect(finished({ ...unzoned, language: 'fr_CA' })?.publishedAt).toBe('2026-03-10T10:00:00+01:00');
  });

  test('a later change is a higher version where none is counted', () => {
    const minute = Date.parse('2026-03-10T12:00:00Z') / 60_000;
    expect(finished({ ...story, changed: '2026-03-10T12:00:00Z' })?.version).toBe(minute);
    expect(finished({ ...story, changed: SENT })?.version).toBe(1);
    expect(finished({ ...story, changed: '3013-03-10T12:00:00Z' })?.version).toBe(1);
    expect(finished({ ...story, version: '7', changed: '2026-03-10T12:00:00Z' })?.version).toBe(7);
  });
});

describe('status', () => {
  test('a field kills or withholds; its note is the reason', () => {
    const note = { text: 'Der Hafen bleibt zu.' };
    expect(finished({ ...story, statusWord: 'Withheld', notes: [note] })).toMatchObject({
      status: 'withheld',
      notes: [{ kind: 'reason', text: 'Der Hafen bleibt zu.' }],
    });
  });

  test('a marker of typed copy does, and names what it means by number', () => {
    const kill = { ...typed, number: '0302', above: ['KILL KILL KILL'] };
    const body = [typedCopy(['Please kill item dpa 157. The harbour stays shut.'])];
    expect(finished({ ...kill, body })).toMatchObject({
      status: 'killed',
      signal: 'advisory',
      refersTo: [{ relation: 'kills', number: '0157' }],
      notes: [{ kind: 'reason' }],
    });
  });

  test('words of a headline in fields give a signal and no status', () => {
    expect(finished({ ...story, headline: 'Zurückgezogen: Käse' })?.status).toBe('usable');
    expect(finished({ ...story, headline: 'Berichtigung: Käse' })?.signal).toBe('correction');
  });

  test('an order to kill counts where only agencies write the format', () => {
    const notes = [{ text: 'Please kill the story Canal, V9991. A kill is mandatory.' }];
    expect(finished({ ...story, notes, isAgency: true })).toMatchObject({
      signal: 'advisory',
      refersTo: [{ relation: 'kills', number: 'V9991' }],
    });
    expect(finished({ ...story, notes })).not.toHaveProperty('refersTo');
  });

  test('a notice stays one, whatever its words say', () => {
    expect(finished({ ...story, isNotice: true, signals: ['correction'] })?.signal).toBe('advisory');
  });
});

describe('urgency', () => {
  test('that of a field, else 2 for a flash, else 5', () => {
    expect(finished({ ...story, urgency: '3', signals: ['flash'] })?.urgency).toBe(3);
    expect(finished({ ...story, signals: ['flash'] })?.urgency).toBe(2);
    expect(finished({ ...story, urgency: '12' })?.urgency).toBe(5);
  });

  test('a marker of typed copy only raises it', () => {
    expect(finished({ ...typed, urgency: 4, above: ['EIL'] })?.urgency).toBe(2);
    expect(finished({ ...typed, urgency: 1, above: ['EIL'] })?.urgency).toBe(1);
  });
});

describe('embargo', () => {
  const until = '2026-03-12T18:00:00+01:00';
  test.each<[string, Facts]>([
    ['a release time', { ...story, releaseTime: '2026-03-12 18:00' }],
    ['a note to the desk', { ...story, notes: [{ text: 'Sperrfrist: 12.03.2026, 18.00 Uhr' }] }],
    [
      'a line above marked-up text',
      { ...story, body: [paragraph('Sperrfrist: 12.03.2026, 18.00 Uhr'), paragraph('Ein Satz.')] },
    ],
    ['a line above typed text', { ...typed, above: ['SPERRFRIST 12.03.2026, 18.00 Uhr'] }],
  ])('%s ends it', (_, facts) => {
    expect(finished(facts)).toMatchObject({ status: 'embargoed', embargoUntil: until });
  });

  test('a status alone does, without an end; "none" is none', () => {
    expect(finished({ ...story, statusWord: 'embargoed' })).toMatchObject({ status: 'embargoed' });
    for (const releaseTime of ['false', 'none', '0001-01-01T00:00:00']) {
      expect(finished({ ...story, releaseTime })?.status).toBe('usable');
    }
  });

  test('its sentence is a note once', () => {
    const facts = { ...typed, above: ['Sperrfrist: 12.03.2026, 18.00 Uhr'] };
    expect(finished(facts)?.notes.filter((note) => note.kind === 'embargo')).toHaveLength(1);
  });
});

describe('copy', () => {
  test('contacts, notes and sign-offs leave typed text, whatever the format', () => {
    const lines = ['Der Hafen öffnet.', '', 'Eds: Bild folgt', '', 'Pressekontakt:', 'Anna Brook, 0000'];
    expect(finished({ ...typed, body: [typedCopy(lines)] })).toMatchObject({
      body: [paragraph('Der Hafen öffnet.')],
      notes: [
        { kind: 'editor', text: 'Eds: Bild folgt' },
        { kind: 'contact', text: 'Pressekontakt:\nAnna Brook, 0000' },
      ],
    });
  });

  test('a dateline is found behind a byline and what is new', () => {
    const body = [
      paragraph('By Jane Roe'),
      paragraph('(Adds quotes)'),
      paragraph('LONDON, March 10 (Reuters) - It rains.'),
    ];
    const dispatch = finished({ ...story, providers: ['Reuters'], body });
    expect(dispatch).toMatchObject({ byline: 'Jane Roe', dateline: 'LONDON, March 10 (Reuters)', place: 'LONDON' });
    expect(texts(dispatch)).toEqual(['It rains.']);
  });

  test.each([
    ['Berlin (dpa)', 'Berlin'],
    ['Moskau/Berlin', 'Moskau/Berlin'],
    ['Halle (Saale)', 'Halle (Saale)'],
    ['AUSTIN, Texas, Feb. 1, 2017', 'AUSTIN, Texas'],
    ['(ANSA) - ROME, JUL 11', 'ROME'],
    ['GREENWICH, Conn.', 'GREENWICH, Conn.'],
    ['MOSCOW, January 21. /TASS/', 'MOSCOW'],
  ])('the place of %s', (dateline, place) => {
    expect(finished({ ...story, dateline })?.place).toBe(place);
  });
});

test('notes have one kind each and stand once', () => {
  const notes = [
    { text: 'Corrects spelling of name' },
    { text: 'Corrects spelling of name' },
    { text: 'Anna Brook', role: 'dpaednoterole:contacts' },
    { text: 'intern', role: 'nonpublic' },
    { text: '' },
  ];
  expect(finished({ ...story, notes, rights: ['© Nord', '© Nord'] })).toMatchObject({
    rights: '© Nord',
    notes: [
      { kind: 'correction', text: 'Corrects spelling of name' },
      { kind: 'contact', text: 'Anna Brook' },
      { kind: 'nonpublic', text: 'intern' },
      { kind: 'copyright', text: '© Nord' },
    ],
  });
});

test('the language is what the file says, else that of the text, else that of the agency', () => {
  const text = [paragraph('Der Rat der Stadt hat am Abend getagt und nichts beschlossen.')];
  expect(finished({ ...story, language: 'FR_ca', body: text })?.language).toBe('fr-CA');
  expect(finished({ ...story, body: text })?.language).toBe('de');
  expect(finished({ ...story, providers: ['Ritzau'] })?.language).toBe('da');
});

const text = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.constantFrom(
    'KILL KILL KILL',
    'Sperrfrist: 12.3.2026, 18 Uhr',
    'EIL: x',
    '(dpa)',
    'Berlin (dpa) - x',
    ' ',
    '\n',
    'Rückruf',
    '2026-03-10',
  ),
);
const lines = fc.array(text, { maxLength: 4 });
const block = fc.oneof(
  text.map(paragraph),
  lines.map((all): Block => ({ type: 'list', ordered: false, items: all.map((line) => ({ text: line })) })),
  text.map((line): Block => ({ type: 'preformatted', text: line })),
);
const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    ...{ guid: text, localId: text, number: text, version: fc.oneof(text, fc.double()), changed: text },
    ...{ headline: text, kicker: text, subhead: text, slug: text, dateline: text, place: text, byline: text },
    categories: fc.array(fc.oneof(text, fc.record({ name: text, code: text })), { maxLength: 3 }),
    ...{ keywords: lines, urgency: fc.oneof(text, fc.integer()), language: text, providers: lines, clocks: lines },
    assumed: fc.record({ provider: text }),
    ...{ times: lines, outerTime: text, statusWord: text, signals: lines, genres: lines, markers: lines },
    ...{ above: lines, releaseTime: text, rights: lines },
    notes: fc.array(fc.record({ text, role: text }), { maxLength: 3 }),
    references: fc.array(fc.record({ relation: fc.constantFrom('kills', 'updates'), number: text }), { maxLength: 2 }),
    body: fc.array(fc.oneof(block, lines.map(typedCopy)), { maxLength: 4 }),
    ...{ isTyped: fc.boolean(), isAgency: fc.boolean(), isNotice: fc.boolean(), isComplete: fc.boolean() },
  },
  { requiredKeys: [] },
);

test('arbitrary facts give a valid dispatch or none, never an exception', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const dispatch = finished(facts);
      if (!dispatch) return;
      expect(Dispatch.parse(dispatch)).toEqual(dispatch);
      expect(dispatch.headline.trim()).not.toBe('');
      expect(dispatch.source).not.toBe('');
      expect(Number.isNaN(Date.parse(dispatch.publishedAt))).toBe(false);
      expect(dispatch.notes.every((note) => note.text.trim() !== '')).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
