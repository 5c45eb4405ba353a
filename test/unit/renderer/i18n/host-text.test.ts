import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWire } from '../../../../main/wire/read.ts';
import { type Message, message, StoredMessage } from '../../../../preload/contract/messages.ts';
import { host as de } from '../../../../renderer/i18n/de/host.ts';
import { host as en } from '../../../../renderer/i18n/en/host.ts';
import { hostText } from '../../../../renderer/i18n/host-text.ts';
import { samples } from './message-samples.ts';

const placeholders = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{\{(\w+)/g), ([, name = '']) => name))].sort();

describe.each(Object.entries(samples))('%s', (code, values: Message['values']) => {
  test('has a place for each of its values in both languages', () => {
    const names = Object.keys(values).sort();
    expect(placeholders(Reflect.get(en, code))).toEqual(names);
    expect(placeholders(Reflect.get(de, code))).toEqual(names);
  });

  test('shows its values in both languages', () => {
    for (const language of ['en', 'de'] as const) {
      const { text } = hostText({ code, values }, language);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/);
      for (const value of Object.values(values))
        expect(text).toContain(typeof value === 'object' ? 'EX_TEST' : String(value));
    }
  });
});

test('a message stands in the language of the window, also within another one', () => {
  const full = message('library.not-written', { reason: message('disk.full', { folder: '/daten' }) });
  expect(hostText(full, 'de')).toEqual({
    text: 'Neue Dateien konnten nicht ins Archiv geschrieben werden. Sie bleiben im Meldungsordner. Das Laufwerk mit /daten ist voll. Schaffen Sie Platz; Depesche versucht es dann noch einmal.',
    lang: 'de',
  });
  expect(hostText(full, 'en')).toEqual({
    text: 'New files could not be written to the library. They stay in the wire folder. The disk with /daten is full. Free some space; Depesche will try again.',
    lang: 'en',
  });
});

test('numbers are written as the language has them', () => {
  const tooLarge = message('file.too-large', { megabytes: 1234.5, most: 10 });
  expect(hostText(tooLarge, 'en').text).toContain('1,234.5 MB');
  expect(hostText(tooLarge, 'de').text).toContain('1.234,5 MB');
});

test('a sentence that an older version stored stays as it is, and says that it is English', () => {
  const old = StoredMessage.parse('Something (else) happened.');
  expect(old).toEqual(message('text', { text: 'Something (else) happened.' }));
  expect(hostText(old, 'de')).toEqual({ text: 'Something (else) happened.', lang: 'en' });
});

test('a message of a newer version is kept and shown by its code and values', () => {
  const newer = { code: 'file.haunted', values: { ghosts: 3, cause: { code: 'file.empty', values: {} } } };
  expect(StoredMessage.parse(newer)).toEqual(newer);
  expect(hostText(newer, 'de')).toEqual({
    text: 'file.haunted · 3 · This file is empty. Ask the source to resend it.',
    lang: 'en',
  });
});

test('braces, dollars and names with a meaning of their own in values stay as they are', () => {
  for (const folder of ['/daten/{{folder}} {1} $& $t(text)', '<b>&amp;'])
    expect(hostText(message('wires.missing', { folder }), 'de').text).toContain(`Der Meldungsordner ${folder} fehlt`);
});

test('all messages about the samples, whole and cut off, have a text', () => {
  const codes = new Set<string>();
  const root = join(import.meta.dirname, '../../../fixtures/wire');
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    for (const share of [1, 0.9, 0.5, 0.1, 0]) {
      const parsed = readWire(bytes.subarray(0, Math.floor(bytes.length * share)), {
        path: 'a.txt',
        receivedAt: '2026-03-10T09:00:00.000Z',
      });
      if (parsed.kind === 'problem') codes.add(parsed.problem.message.code);
      if (parsed.kind !== 'dispatches') continue;
      for (const problem of parsed.problems) codes.add(problem.message.code);
      for (const { file } of parsed.dispatches) for (const { code } of file.warnings) codes.add(code);
    }
  }
  expect(codes.size).toBeGreaterThan(25);
  expect([...codes].filter((code) => !Object.hasOwn(en, code))).toEqual([]);
});
