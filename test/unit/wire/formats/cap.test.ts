import { expect, test } from 'vitest';
import { dispatchesOf, fixture, onlyOf } from '../reading.ts';

test('CAP: a warning is a dispatch a language, with where and how long it holds', () => {
  const { dispatches } = dispatchesOf(fixture('cap/storm.xml'));
  expect(dispatches).toMatchObject([
    {
      id: 'nord.20260313.7788',
      headline: 'Amtliche Warnung vor Sturmböen',
      signal: 'update',
      urgency: 3,
      source: 'Wetteramt Nord',
      place: 'Kreis Sandau, Nordbucht',
      topics: ['medtop:17000000'],
      language: 'de-DE',
      publishedAt: '2026-03-13T15:04:00+01:00',
      refersTo: [{ relation: 'updates', id: 'nord.20260313.7700' }],
      body: [{ text: /^Aus Westen/ }, { text: /^Meiden Sie/ }].map(({ text }) => ({
        text: expect.stringMatching(text),
      })),
      notes: [
        { kind: 'editor', text: 'Kreis Sandau, Nordbucht\n2026-03-13T18:00:00+01:00 – 2026-03-14T06:00:00+01:00' },
        { kind: 'contact', text: 'Wetteramt Nord, 04841 555020' },
      ],
    },
    { headline: 'Official warning of gale-force gusts', language: 'en-US', place: 'Sandau county' },
  ]);
});

test('CAP: a drill is a notice', () => {
  const drill = onlyOf(
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>a@b.example</sender><sent>2026-03-13T15:04:00+01:00</sent><status>Exercise</status><msgType>Alert</msgType><info><event>Sirenen</event><description>Probe der Sirenen.</description></info></alert>',
  );
  expect(drill).toMatchObject({ headline: 'Sirenen', signal: 'advisory', notes: [{ text: 'Exercise' }] });
});
