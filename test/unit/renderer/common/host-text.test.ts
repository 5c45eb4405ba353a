import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWire } from '../../../../main/wire/read.ts';
import { ofFiles } from '../../../../renderer/i18n/de/of-files.ts';
import { ofLibrary } from '../../../../renderer/i18n/de/of-library.ts';
import { hostText } from '../../../../renderer/i18n/host-text.ts';

const root = join(import.meta.dirname, '../../../..');
const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

test('what the host says is shown in German, also where it is put together of parts', () => {
  expect(hostText('The file is a PDF document: convert it to text or remove it from the wire folder.', 'de')).toEqual({
    text: 'Die Datei ist ein PDF-Dokument: Wandeln Sie sie in Text um, oder nehmen Sie sie aus dem Meldungsordner.',
    lang: 'de',
  });
  const full =
    'New files could not be written: there is no room left for /daten. Make room on its drive; it is tried again by itself.';
  expect(hostText(full, 'de').text).toBe(
    'Neue Dateien konnten nicht geschrieben werden: Für /daten ist kein Platz mehr. Schaffen Sie Platz auf dem Laufwerk; es wird von selbst wieder versucht.',
  );
  expect(hostText(full, 'en')).toEqual({ text: full, lang: 'en' });
});

test('what nobody has put into German stays as it is, and says that it is English', () => {
  const strange = 'Something (else) happened.';
  expect(hostText(strange, 'de')).toEqual({ text: strange, lang: 'en' });
});

test('a name with braces or dollars in it stays as it is', () => {
  const said =
    'The wire folder /daten/{1} $& is not there. Put it back, or choose another one; it is looked for again by itself.';
  expect(hostText(said, 'de').text).toContain('/daten/{1} $& ist nicht da');
});

test('all that is said of the samples, whole and cut off, has its German', () => {
  const said = new Set<string>();
  for (const path of below('test/fixtures/wire')) {
    const bytes = readFileSync(path);
    for (const share of [1, 0.9, 0.5, 0.1, 0]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      const parsed = readWire(cut, { path: 'a.txt', receivedAt: '2026-03-10T09:00:00.000Z' });
      if (parsed.kind === 'problem') said.add(parsed.problem.message);
      if (parsed.kind !== 'dispatches') continue;
      for (const { message } of parsed.problems) said.add(message);
      for (const { file } of parsed.dispatches) for (const warning of file.warnings) said.add(warning);
    }
  }
  expect(said.size).toBeGreaterThan(30);
  expect([...said].filter((text) => hostText(text, 'de').lang === 'en')).toEqual([]);
});

test('the catalogue says in English what the host says', () => {
  const code = below('main')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  // A text may be put together of sentences, and those of values.
  const parts = [...ofFiles, ...ofLibrary].flatMap(([english]) => english.split(/\{\d\}|[.:;()\\\uFFFD]/));
  const gone = parts.map((part) => part.trim()).filter((part) => part.length > 5 && !code.includes(part));
  expect(gone).toEqual([]);
});
