import { describe, expect, test } from 'vitest';
import { message } from '../../../../preload/contract/messages.ts';
import { decodedText } from '../decoded-file.ts';
import { dispatchesOf, dispatchOf, fixture, notesOf, readFile, textsOf } from '../markup-fixture.ts';

describe('ninjs', () => {
  test('a story: HTML before plain text, stories related, pictures not', () => {
    const story = dispatchOf('ninjs/story.json');
    expect(story).toMatchObject({
      id: 'urn:newsml:nord.example:20250310:1',
      version: 3,
      headline: 'Isbrytare fastnar i hamn',
      slug: 'isbrytare',
      byline: 'Siri Lind',
      categories: ['Sjöfart'],
      keywords: ['is'],
      urgency: 3,
      language: 'sv',
      publishedAt: '2025-03-10T10:15:00Z',
      related: [{ text: 'Bakgrund', certain: true, dispatchId: 'urn:x:2' }],
      refersTo: [{ relation: 'updates', id: 'urn:newsml:nord.example:20250309:9' }],
    });
    expect(textsOf(story)).toEqual(['Isbrytaren sitter fast.', 'Arbetet fortsätter.']);
    expect(notesOf(story)).toEqual(['editor: Utökad version.']);
  });

  test('3.x in camel case with plural lists', () => {
    const story = dispatchOf('ninjs/three.json');
    expect(story).toMatchObject({ headline: 'Ice breaker stuck', subhead: 'Work goes on', source: 'Nord News' });
    expect(textsOf(story)).toEqual(['Rich text']);
    expect(notesOf(story)).toEqual(['correction: CORRECTS name', 'copyright: (c) Nord']);
  });

  test('a kill without text names the number it means', () => {
    const story = dispatchOf('ninjs/kill.json');
    expect(story).toMatchObject({ status: 'killed', refersTo: [{ relation: 'kills', number: 'V9991' }] });
    expect(notesOf(story)).toEqual(['reason: Please kill the story Ice, V9991. A kill is mandatory.']);
  });

  test('an embargo', () => {
    expect(dispatchOf('ninjs/embargo.json')).toMatchObject({
      status: 'embargoed',
      embargoUntil: '2025-03-11T05:00:00Z',
    });
  });

  test('a list with a picture in it', () => {
    expect(dispatchesOf('ninjs/list.json').map((story) => story.id)).toEqual(['urn:l:1', 'urn:l:3']);
    expect(readFile(fixture('ninjs/list.json')).parsed).toMatchObject({ problems: [{ reason: 'not-a-story' }] });
  });

  test('an address alone is no story', () => {
    expect(readFile(fixture('ninjs/only-uri.json')).parsed).toMatchObject({ problem: { reason: 'not-a-story' } });
  });
});

describe('JSON that stops in the middle', () => {
  test('the story so far, with a warning that names the place; of a text its whole words', () => {
    const { parsed } = readFile(fixture('ninjs/cut.txt'));
    expect(parsed).toMatchObject({
      complete: false,
      dispatches: [{ id: 'urn:x:7', headline: 'Isbrytare fastnar i hamn', urgency: 3 }],
    });
    const [story] = parsed.kind === 'dispatches' ? parsed.dispatches : [];
    expect(story && textsOf(story)).toEqual(['Isbrytaren sitter fast.', 'Arbetet']);
    expect(story?.file.warnings).toEqual([
      message('json.part-shown', { damage: message('json.cut', { line: 1, column: 410 }) }),
    ]);
  });

  test.each([
    ['its headline', '{"uri": "urn:x:7", "pubstatus": "usable", "headline": "Isbrytare fast'],
    ['its id', '{"headline": "Is", "body_text": "", "uri": "urn:ne'],
  ])('half of %s is not taken for the whole', (_, text) => {
    const { parsed } = readFile(decodedText(text));
    expect(parsed.kind === 'dispatches' ? parsed.dispatches.map((story) => story.id) : []).not.toContain('urn:ne');
    expect(parsed).toMatchObject({ complete: false });
    expect(JSON.stringify(parsed)).not.toContain('Isbrytare');
  });

  test('a list keeps the items before the cut; JSON Lines too', () => {
    const item = (id: number) =>
      `{"uri": "urn:x:${id}", "headline": "Nr. ${id}", "body_text": "Ein Satz. Und noch einer."}`;
    for (const text of [
      `[${item(1)}, ${item(2)}, ${item(3).slice(0, -20)}`,
      `${item(1)}\n${item(2)}\n${item(3).slice(0, -20)}`,
    ]) {
      const { parsed } = readFile(decodedText(text));
      expect(parsed).toMatchObject({
        complete: false,
        dispatches: [{ id: 'urn:x:1' }, { id: 'urn:x:2' }, { id: 'urn:x:3' }],
      });
      expect(parsed.kind === 'dispatches' && parsed.dispatches[2]?.body).toEqual([{ type: 'paragraph', text: 'Ein' }]);
    }
  });

  test('a place that is damaged in the middle: what stands before it, and no waiting for the rest', () => {
    const { parsed } = readFile(
      decodedText('[{"uri": "urn:x:1", "headline": "Eins"}, {"uri": "urn:x:2" "headline": "Zwei"}]'),
    );
    expect(parsed).toMatchObject({ complete: true, dispatches: [{ id: 'urn:x:1' }] });
    expect(parsed.kind === 'dispatches' && parsed.dispatches[0]?.file.warnings[0]).toMatchObject({
      code: 'json.part-shown',
      values: { damage: { code: 'json.damaged', values: { line: 1, column: 60 } } },
    });
  });

  test.each(['{', ' [', '{"', '["a', '[{"uri"', '{"uri": "urn:x:1"', '{"headline":"abc'])(
    'a mere beginning is a Problem and no story: %s',
    (text) => {
      expect(readFile(decodedText(text)).parsed).toMatchObject({
        kind: 'problem',
        complete: false,
        problem: { reason: 'damaged' },
      });
    },
  );
});

test('JSON nested deeper than any story is refused', () => {
  expect(readFile(decodedText(`{"a":${'['.repeat(400)}{"headline":"a"`)).parsed).toMatchObject({
    problem: { reason: 'damaged', message: message('json.too-deep', { most: 200 }) },
  });
});

describe('digitalwires', () => {
  test('an entry with boxes, links and notes', () => {
    const story = dispatchOf('digitalwires/story.json');
    expect(story).toMatchObject({
      id: 'urn:newsml:dpa.com:20090101:250505-1',
      version: 2,
      signal: 'update',
      kicker: 'Verkehr',
      headline: 'Fähre fährt wieder',
      subhead: 'Erste Fahrt am Morgen',
      byline: 'Ole Brandt, dpa',
      dateline: 'Sandau (dpa)',
      categories: ['Wirtschaft', 'Schifffahrt'],
      keywords: ['Fähre'],
      urgency: 3,
      source: 'dpa',
      related: [{ text: 'Fahrplan', certain: true }],
    });
    expect(textsOf(story)).toEqual(['Die Fähre fährt wieder.', 'Der Plan', 'list', 'Info', 'Gebaut 1970.']);
    expect(notesOf(story)).toEqual(['contact: Reederei, 0000 999', 'correction: Uhrzeit ergänzt']);
  });

  test('kill, embargo, planner, pictures with and without caption', () => {
    expect(dispatchOf('digitalwires/kill.json')).toMatchObject({
      status: 'killed',
      notes: [{ kind: 'reason', text: 'Die Fähre liegt noch im Dock.' }],
    });
    expect(dispatchOf('digitalwires/embargo.json').embargoUntil).toBe('2025-05-06T06:00:00+02:00');
    expect(dispatchOf('digitalwires/planner.json').signal).toBe('advisory');
    expect(dispatchOf('digitalwires/picture.json')).toMatchObject({
      signal: 'advisory',
      body: [{ type: 'paragraph', text: 'Die Fähre am Anleger.' }],
    });
    expect(readFile(fixture('digitalwires/bare-picture.json')).parsed).toMatchObject({
      problem: { reason: 'not-a-story' },
    });
  });

  test('telling keys may stand late', () => {
    expect(dispatchOf('digitalwires/late-keys.json').file.format).toBe('digitalwires');
  });
});

describe('AP Media API', () => {
  test('an item with its text beside it', () => {
    const story = dispatchOf('ap/item.json');
    expect(story).toMatchObject({
      id: 'i1',
      number: '123451',
      version: 1,
      signal: 'update',
      headline: 'Canal reopens after storm',
      subhead: 'The canal reopened on Sunday',
      dateline: 'PORTVILLE',
      byline: 'JO MARSH, Associated Press',
      categories: ['Transport'],
      keywords: ['canal'],
      urgency: 4,
      source: 'AP',
      related: [{ text: 'Storm hits canal', certain: true, dispatchId: 'i0' }],
    });
    expect(textsOf(story)).toEqual(['Ships moved again.', 'Crews cheered.']);
    expect(notesOf(story)).toEqual(['editor: Eds: UPDATES: With quotes.']);
  });

  test('without text the summary, and a warning', () => {
    const story = dispatchOf('ap/no-text.json');
    expect(textsOf(story)).toEqual(['Ships moved again on Sunday.']);
    expect(story.file.warnings).toContainEqual(message('text.elsewhere'));
  });

  test('feed, kill, embargo, correction', () => {
    expect(dispatchesOf('ap/feed.json').map((story) => story.id)).toEqual(['i3', 'i5']);
    expect(dispatchOf('ap/kill.json')).toMatchObject({
      status: 'killed',
      refersTo: [{ relation: 'kills', number: 'V9991' }],
      notes: [{ kind: 'reason' }],
    });
    expect(dispatchOf('ap/embargo.json').embargoUntil).toBe('2025-06-02T04:00:00Z');
    expect(dispatchOf('ap/correction.json')).toMatchObject({ signal: 'correction', notes: [{ kind: 'correction' }] });
  });
});

describe('JSON Feed and other JSON', () => {
  test('a JSON Feed', () => {
    const [first, second] = dispatchesOf('jsonfeed/feed.json');
    expect(first).toMatchObject({
      id: 'baygazette.example:1',
      headline: 'Pier opens',
      byline: 'Al Reed',
      categories: ['local'],
      source: 'Bay Gazette',
    });
    expect(second?.headline).toBe('Only a note without title.');
    expect(readFile(fixture('jsonfeed/empty.json')).parsed).toMatchObject({ problem: { reason: 'not-a-story' } });
  });

  test('stories by the names of their keys', () => {
    expect(dispatchOf('json/story.json')).toMatchObject({
      id: 'Blatt:n-1',
      headline: 'Markt zieht um',
      categories: ['Lokales'],
      source: 'Blatt',
      publishedAt: '2025-03-10T10:00:00+01:00',
      file: { format: 'json' },
    });
    expect(dispatchesOf('json/list.json').map((story) => [story.headline, ...textsOf(story)])).toEqual([
      ['Eins', 'Erster Text.'],
      ['Zwei', 'Zweiter Text.'],
    ]);
    expect(readFile(fixture('json/unknown.json')).parsed.kind).toBe('problem');
  });

  test.each(['[Anm. d. Red.: Der Text folgt.]\n\nMehr davon.', '{Foto} Der Hafen', '[ohne Ende'])(
    'text in brackets is no JSON: %s',
    (text) => {
      expect(readFile(decodedText(text))).toMatchObject({
        format: 'plain',
        parsed: { complete: true, dispatches: [{ headline: text.split('\n')[0] }] },
      });
    },
  );
});
