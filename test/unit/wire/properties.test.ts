import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dispatch, Problem } from '../../../main/wire/dispatch.ts';
import type { Parsed } from '../../../main/wire/file.ts';
import { readWire } from '../../../main/wire/read.ts';
import { message } from '../../../preload/contract/messages.ts';
import { fixture, RECEIVED } from './reading.ts';

const read = (bytes: Uint8Array): Parsed => readWire(bytes, { path: 'a/b.txt', receivedAt: RECEIVED });
const folders = ['dts', 'plain', 'iptc7901', 'anpa1312', 'zczc', 'mail', 'djnml', 'factiva', 'mrn'];
const names = folders.flatMap((folder) =>
  readdirSync(new URL(`../../fixtures/wire/${folder}`, import.meta.url)).map((name) => `${folder}/${name}`),
);

/** Bytes as they come: noise, text of wires, and real structures with something cut out, put in or swapped. */
const damaged = fc
  .record({
    name: fc.constantFrom(...names),
    from: fc.nat({ max: 1_200 }),
    length: fc.nat({ max: 300 }),
    filling: fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ maxLength: 40 }).map((text) => new TextEncoder().encode(text)),
    ),
  })
  .map(({ name, from, length, filling }) => {
    const bytes = fixture(name);
    return Uint8Array.from([...bytes.subarray(0, from), ...filling, ...bytes.subarray(from + length)]);
  });
const wireText = fc
  .array(
    fc.constantFrom(
      'ZCZC AAP\n',
      'NNNN\n',
      '\x01',
      '\x02',
      '\x03',
      '22.11.2026 - 10:00\n',
      'Weitere Meldungen\n',
      '\n\n',
      'A; B; C; D; E\n',
      '^x<\n',
      '- a\n',
      'Subject: x\n',
      'Ein Satz.',
      'eca0311 3 i 12 mdp 0311\n',
      '221100 GMT Nov 26\n',
      ' (Inland, 1.1.26 - 1:00) weiterlesen...',
      '\t',
      '"',
      'ä',
    ),
    { maxLength: 60 },
  )
  .map((parts) => new TextEncoder().encode(parts.join('')));
const anything = fc.oneof(fc.uint8Array({ maxLength: 2_000 }), wireText, damaged);

describe('any bytes', () => {
  test('become dispatches or a problem of the schema, and never an exception', () => {
    fc.assert(
      fc.property(anything, (bytes) => {
        const parsed = read(bytes);
        if (parsed.kind === 'problem') {
          Problem.parse(parsed.problem);
          return;
        }
        expect(parsed.dispatches.length + parsed.problems.length).toBeGreaterThan(0);
        for (const dispatch of parsed.dispatches) {
          Dispatch.parse(dispatch);
          expect(dispatch.headline.trim()).not.toBe('');
          expect(dispatch.headline.length).toBeLessThanOrEqual(1_000);
          for (const time of [dispatch.publishedAt, dispatch.embargoUntil ?? dispatch.publishedAt]) {
            expect(Number.isNaN(Date.parse(time))).toBe(false);
            expect(time).toMatch(/T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:\d{2})$/);
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  test('read twice are read the same', () => {
    fc.assert(
      fc.property(anything, (bytes) => {
        expect(read(bytes)).toEqual(read(Uint8Array.from(bytes)));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['spaces', ' '.repeat(300_000)],
    ['one word', 'a'.repeat(300_000)],
    ['quotes', '"A. '.repeat(75_000)],
    ['brackets', '(a, '.repeat(75_000)],
    ['dates', '1.1.2026 - '.repeat(27_000)],
    ['short lines', 'a\n'.repeat(150_000)],
    ['columns', 'a  b  c  d\n'.repeat(27_000)],
    ['carets', `a0105KYODOx\nu s BC-X   09-12 0344\n${'^a<\n'.repeat(75_000)}`],
    ['headers', 'Subject: x\n'.repeat(27_000)],
    ['teasers', 'A B (Inland, 01.01.2026 - 10:00) weiterlesen...\n'.repeat(6_000)],
    ['glued sentences in one paragraph', `Eins\n\n01.01.2026 - 10:00\n\n${'Ein Wort."Wir '.repeat(70_000)}`],
    ['spaces between two words', `a${' '.repeat(900_000)}b`],
    ['tabs between two words', `a${'\t'.repeat(900_000)}b`],
    ['sources', `Eins\n\n01.01.2026 - 10:00\n\n${'@ a.example\n'.repeat(400_000)}`],
    ['words in a subject', `From: a@b.example\nTo: c@d.example\nSubject: ${'=?utf-8?q?a?= '.repeat(300_000)}`],
    ['lines in a text header', `\x01eca0311 3 i 12 mdp 0311\r\n\r\nA/B/\r\n\x02${'Zeile\r\n'.repeat(500_000)}`],
    ['directives', `a0105KYODOx\nu s BC-X   09-12 0344\n${'^a<\n'.repeat(800_000)}`],
    ['open lists', '['.repeat(5_000_000)],
    ['paragraphs of an item', `{"uri":"a:1","headline":"b","body_text":"${'a\\n\\n'.repeat(900_000)}"}`],
    ['numbers before a dash', `Tore\n\nTore ${'12 '.repeat(44)}- Ende\n`],
    ['date lines', 'Kurz\n\n01.01.2026 - 10:00\n\nText.\n\n'.repeat(5_000)],
    // Work that grows with the square of the length would outlast the time that the runner gives a test by far.
  ])('a long file of nothing but %s is read', (_, text) => {
    const parsed = read(new TextEncoder().encode(text));
    const [dispatch] = parsed.kind === 'dispatches' ? parsed.dispatches : [];
    expect(dispatch?.headline.length ?? 0).toBeLessThanOrEqual(510);
  });

  test('a text longer than any story is kept as it stands, and says so', () => {
    const line = 'Ein Satz, der immer wieder kommt.\n';
    const parsed = read(new TextEncoder().encode(line.repeat(60_000)));
    expect(parsed).toMatchObject({
      dispatches: [{ headline: line.trim(), body: [{ type: 'preformatted', text: line.repeat(60_000).trim() }] }],
    });
    expect(parsed.kind === 'dispatches' && parsed.dispatches[0]?.file.warnings).toContainEqual(
      message('text.too-long'),
    );
  });

  test('a file of 200 MB is refused for its size, and none of its bytes is looked at', () => {
    const asked = new Set<string | symbol>();
    const size = 200 * 1024 * 1024;
    const bytes = new Proxy(new Uint8Array(), {
      get(_, key) {
        asked.add(key);
        return size;
      },
    });
    expect(read(bytes)).toMatchObject({ kind: 'problem', problem: { reason: 'too-large' } });
    expect([...asked]).toEqual(['byteLength']);
  });
});

describe('a framed file cut anywhere', () => {
  // Copies that lost their frame, and mail of one part, have nothing that proves their end.
  const framed = names.filter(
    (name) =>
      (/^(?:iptc7901|anpa1312|zczc)\//.test(name) && !/stripped|kyodo/.test(name)) ||
      /^mail\/(?:alternative|attachment)/.test(name),
  );
  const stories = (parsed: Parsed) =>
    parsed.kind === 'dispatches' ? parsed.dispatches.map(({ file: _, ...story }) => JSON.stringify(story)) : [];

  test.each(framed)('%s never becomes a different complete story', (name) => {
    const bytes = fixture(name);
    const whole = read(bytes);
    const known = stories(whole);
    // Three headers make a mail: before them it is any text.
    const start = name.startsWith('mail/') ? Buffer.from(bytes).indexOf('Date:') : 1;
    for (let end = start; end < bytes.length; end++) {
      const cut = read(bytes.subarray(0, end));
      if (cut.kind !== 'dispatches' || !cut.complete) continue;
      const found = stories(cut);
      if (!found.every((story) => known.includes(story))) {
        throw new Error(`cut after ${end} of ${bytes.length} bytes: ${found.join('\n')}`);
      }
    }
  });
});
