import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../../main/wire/dispatch.ts';
import { formats } from '../../../main/wire/formats.ts';
import { readWire } from '../../../main/wire/read.ts';
import { readBytes } from '../../../main/wire/read-bytes.ts';
import { message } from '../../../preload/contract/messages.ts';
import { fixture, onlyOf, RECEIVED } from './reading.ts';

const file = { path: 'a/b.txt', receivedAt: RECEIVED };
const problemOf = (bytes: Uint8Array) => {
  const parsed = readWire(bytes, file);
  return parsed.kind === 'problem' ? parsed.problem : undefined;
};

describe('files that are no dispatch', () => {
  test('empty files, and files of nothing but space and filler, say so', () => {
    expect(problemOf(new Uint8Array())).toMatchObject({ reason: 'empty' });
    expect(problemOf(new TextEncoder().encode(' \r\n\t\0\0\n'))).toMatchObject({ reason: 'empty' });
    expect(readWire(new Uint8Array(), file)).toMatchObject({ complete: false });
  });

  test('more than 10 MB are refused with the size', () => {
    const problem = problemOf(new Uint8Array(MAX_FILE_BYTES + 1).fill(65));
    expect(problem?.reason).toBe('too-large');
    expect(problem?.message).toEqual(message('file.too-large', { megabytes: 10.1, most: 10 }));
  });

  test.each([
    ['a ZIP', [0x50, 0x4b, 3, 4, 0, 0], message('binary.archive', { type: 'ZIP, Office' })],
    ['a PDF', [...'%PDF-1.7\n'].map((char) => char.charCodeAt(0)), message('binary.document', { type: 'PDF' })],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], message('binary.picture', { type: 'PNG' })],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], message('binary.picture', { type: 'JPEG' })],
    ['noise', Array.from({ length: 400 }, (_, i) => (i * 37) % 256), message('binary.unknown')],
  ])('%s is named for what it is', (_, bytes, kind) => {
    const problem = problemOf(Uint8Array.from(bytes));
    expect(problem?.reason).toBe('binary');
    expect(problem?.message).toEqual(message('file.binary', { kind }));
  });

  test('filler around a text does not make it binary', () => {
    const bytes = Uint8Array.of(0, 0, 0, ...new TextEncoder().encode('Ein Satz steht hier.'), 0, 0);
    expect(readWire(bytes, file)).toMatchObject({ kind: 'dispatches' });
  });
});

describe('the table', () => {
  test('ends in plain text, which takes everything', () => {
    expect(formats.at(-1)?.name).toBe('plain');
    expect(new Set(formats.map((format) => format.name)).size).toBe(formats.length);
  });

  test.each([
    'dts/full.txt',
    'iptc7901/update.txt',
    'anpa1312/story.tst',
    'zczc/base.tst',
    'mail/simple.eml',
    'plain/bare.txt',
  ])('%s is detected by its content', (path) => {
    const parsed = readWire(fixture(path), { path: 'x.bin', receivedAt: RECEIVED });
    expect(parsed.kind === 'dispatches' && parsed.dispatches[0]?.file.format).toBe(path.split('/')[0]);
  });

  test('a text that begins with a bracket is still a text', () => {
    expect(onlyOf('[Vorab] Rat tagt am Montag\n\nDer Rat tagt am Montag.').file.format).toBe('plain');
  });

  test('a parser that throws hands on to plain text and says so', () => {
    const broken = {
      name: 'json',
      label: 'JSON',
      detects: () => true,
      read: () => {
        throw new Error('no such field');
      },
    };
    const parsed = readBytes([broken, ...formats], new TextEncoder().encode('Ein Satz.'), file);
    if (parsed.kind !== 'dispatches') throw new Error('expected a dispatch');
    expect(parsed.dispatches[0]).toMatchObject({ headline: 'Ein Satz.', file: { format: 'plain' } });
    expect(parsed.dispatches[0]?.file.warnings).toContainEqual(
      message('format.failed', { format: 'json', reason: 'no such field' }),
    );
  });

  test('a parser that answers "other" hands on to the next row', () => {
    const other = { name: 'json', label: 'JSON', detects: () => true, read: () => 'other' as const };
    const parsed = readBytes([other, ...formats], fixture('dts/full.txt'), file);
    expect(parsed.kind === 'dispatches' && parsed.dispatches[0]?.file.format).toBe('dts');
  });
});
