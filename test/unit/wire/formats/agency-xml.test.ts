import { describe, expect, test } from 'vitest';
import { message } from '../../../../preload/contract/messages.ts';
import { decodedText } from '../decoded-file.ts';
import { dispatchesOf, dispatchOf, fixture, notesOf, readFile, textsOf } from '../markup-fixture.ts';

test('a Ritzau queue: text escaped twice, a flash without headline, an annulment', () => {
  const [story, flash, annulled] = dispatchesOf('ritzau/queue.xml');
  expect(story).toMatchObject({
    id: 'r1',
    headline: 'Færge er stoppet',
    slug: 'FÆRGE',
    dateline: 'Helsinge /ritzau/',
    byline: 'Bo Dam',
    source: 'Ritzau',
    urgency: 3,
    publishedAt: '2025-01-30T17:32:18+01:00',
  });
  expect(story && textsOf(story)).toEqual(['Færgen sejler ikke i dag.']);
  expect(story && notesOf(story)).toEqual(['editor: Mere følger', 'contact: 0000']);
  expect(flash).toMatchObject({ signal: 'flash', headline: 'Lufthavnen i Helsinge er lukket på grund af sne.' });
  expect(annulled).toMatchObject({
    status: 'killed',
    refersTo: [{ relation: 'kills', id: 'r1' }],
    notes: [{ kind: 'reason', text: 'Fejl i kilden' }],
  });
  expect(dispatchOf('ritzau/correction.xml')).toMatchObject({
    signal: 'correction',
    refersTo: [{ relation: 'corrects', id: 'r8' }],
  });
});

test('JIMI: updates, embargoes, pictures', () => {
  const story = dispatchOf('jimi/story.xml');
  expect(story).toMatchObject({
    id: '777',
    version: 2,
    signal: 'update',
    status: 'usable',
    categories: ['National', 'Weather'],
    urgency: 3,
    language: 'en',
    source: 'The Canadian Press',
  });
  expect(textsOf(story)).toEqual(['The ice is thin.', 'Stay ashore.']);
  expect(dispatchesOf('jimi/embargo.xml')).toMatchObject([
    { status: 'embargoed', embargoUntil: '2025-02-01T16:00:00-05:00', language: 'fr' },
  ]);
});

test('a page: its article without what surrounds it', () => {
  const story = dispatchOf('html/page.html');
  expect(story).toMatchObject({
    headline: 'Markt zieht um',
    byline: 'Jule Petersen',
    language: 'de',
    publishedAt: '2025-03-10T10:00:00+01:00',
  });
  expect(textsOf(story)).toEqual(['Der Markt zieht um.', 'Ab Mai.']);
  expect(dispatchOf('html/fragment.html')).toMatchObject({ headline: 'Kurz', publishedAt: '2025-03-10T10:00:00Z' });
  expect(readFile(fixture('html/cut.txt')).parsed).toMatchObject({ kind: 'dispatches', complete: false });
});

describe('XML of unknown make', () => {
  test('a story by the names of its leaves', () => {
    const story = dispatchOf('xml/release.xml');
    expect(story).toMatchObject({
      id: 'info.example:55',
      headline: 'Ny bro',
      language: 'no',
      keywords: ['bro', 'vei'],
      publishedRaw: '28.09.2025 11:15',
    });
    expect(textsOf(story)).toEqual(['Broen er klar.', 'Den åpner i mai.']);
    expect(notesOf(story)).toEqual(['contact: Kari, 0000']);
  });

  test('documents put end to end are several, without complaint', () => {
    const one = (headline: string) =>
      `<?xml version="1.0"?>\n<nitf><body><body.head><hedline><hl1>${headline}</hl1></hedline></body.head><body.content><p>Text.</p></body.content></body></nitf>\n`;
    const { parsed } = readFile(decodedText(one('Eins') + one('Zwei')));
    expect(parsed).toMatchObject({ complete: true, dispatches: [{ headline: 'Eins' }, { headline: 'Zwei' }] });
    expect(parsed.kind === 'dispatches' && parsed.dispatches[0]?.file.warnings).toEqual([message('time.missing')]);
  });

  test('several stories, a known format inside another, and what is none', () => {
    expect(dispatchesOf('xml/several.xml').map((story) => [story.headline, story.publishedAt])).toEqual([
      ['Erster', '2025-12-03T16:30:43+01:00'],
      ['Zweiter', '2025-12-03T17:30:00+01:00'],
    ]);
    expect(dispatchOf('xml/wrapped.xml')).toMatchObject({ id: 'in-1', file: { format: 'nitf' } });
    expect(readFile(fixture('xml/unknown.xml')).parsed).toMatchObject({ problem: { reason: 'not-a-story' } });
    expect(readFile(decodedText('<Foto> Der Hafen am Abend.\n\nMehr Text.'))).toMatchObject({
      format: 'plain',
      parsed: { dispatches: [{ headline: '<Foto> Der Hafen am Abend.', body: [{ text: 'Mehr Text.' }] }] },
    });
  });
});
