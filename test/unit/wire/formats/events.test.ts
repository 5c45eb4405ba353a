import { describe, expect, test } from 'vitest';
import { dispatchesOf, fixture, only, onlyOf, readText } from '../reading.ts';

describe('an event is a notice that says when and where', () => {
  test('in NewsML-G2', () => {
    expect(only('newsmlg2/event.xml')).toMatchObject({
      id: 'urn:newsml:nordfunk.example:20260401:event-9',
      version: 3,
      signal: 'advisory',
      headline: 'Blessing of the bell',
      publishedAt: '2026-04-01T09:00:00Z',
      event: {
        start: '2026-05-20T10:00:00+01:00',
        end: '2026-05-20T13:00:00+01:00',
        place: 'Harbour church, 1 Quay, Harbourton',
      },
      keywords: ['Harbourton Cranes'],
      text: 'The bell is blessed, and then it rings twice.',
      notes: [
        { kind: 'editor', text: 'Bring ear plugs.' },
        { kind: 'contact', text: 'press@nordfunk.example' },
      ],
    });
  });

  test('and several of one message are several, beside the plans for them', () => {
    expect(dispatchesOf(fixture('newsmlg2/events.xml')).dispatches).toMatchObject([
      { id: 'nfev:10', headline: 'Bell rings', signal: 'advisory', event: { start: '2026-05-21' } },
      { id: 'nfev:11', headline: 'Crane rests', event: { start: '2026-05-22T08:00:00Z', place: 'Harbourton' } },
      {
        headline: 'Blessing of the bell: our plans',
        signal: 'advisory',
        event: { start: '2026-05-20T11:00:00Z' },
        body: [{ text: 'Story on the blessing' }],
      },
    ]);
  });

  test('in ninjs 3', () => {
    expect(only('ninjs/event.json')).toMatchObject({
      signal: 'advisory',
      headline: 'Glockenweihe in Sandau',
      event: {
        start: '2026-05-20T10:00:00+02:00',
        end: '2026-05-20T13:00:00+02:00',
        place: 'Hafenkirche Sandau',
      },
      text: 'Die Glocke wird geweiht.',
    });
  });

  test('in Superdesk, whose times have their zone beside them', () => {
    expect(only('ninjs/superdesk-event.json')).toMatchObject({
      signal: 'advisory',
      headline: 'Opening of the bell tower',
      event: {
        start: '2026-05-21T09:00:00+01:00',
        end: '2026-05-21T11:00:00+01:00',
        place: 'Bell tower, Quay 1, Harbour, England',
      },
      text: 'The mayor opens the bell tower and rings twice.',
      notes: [{ text: 'Bring ear plugs' }, { kind: 'contact', text: 'Anna Brook, a@nordfunk.example' }],
      file: { format: 'ninjs' },
    });
  });

  test('in XML of unknown make', () => {
    const xml =
      '<entry><title>Glockenweihe</title><text>Die Glocke wird geweiht.</text><startDate>2026-05-20</startDate><endDate>2026-05-21</endDate><venue>Hafenkirche</venue></entry>';
    expect(onlyOf(xml)).toMatchObject({
      signal: 'advisory',
      event: { start: '2026-05-20', end: '2026-05-21', place: 'Hafenkirche' },
    });
  });

  test('but a story has none, nor a notice whose time cannot be read', () => {
    expect(
      onlyOf('{"uri":"a:1","headline":"A","body_text":"B.","events":[{"name":"C","startDate":"2026-05-20"}]}'),
    ).not.toHaveProperty('event');
    expect(onlyOf('{"uri":"a:1","type":"event","name":"A","dates":{"start":"soon"}}')).not.toHaveProperty('event');
  });

  test('a concept that is no event is no story', () => {
    const concept =
      '<conceptItem guid="a:1"><concept><conceptId qcode="x:1"/><name>Harbourton</name></concept></conceptItem>';
    expect(readText(concept)).toMatchObject({ kind: 'problem', problem: { message: { code: 'item.term-list' } } });
  });
});
