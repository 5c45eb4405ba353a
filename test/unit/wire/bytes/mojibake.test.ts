import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../../../main/wire/bytes/decode.ts';
import { repairedMojibake } from '../../../../main/wire/bytes/mojibake.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { onlyOf } from '../reading.ts';

const again = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

test.each([
  'Größere Züge für Köln – „schön“, sagte die Behörde.',
  'L’été à Évian coûte 3 €.',
  'Ångström och ÅÄÖ, “Łódź”',
  'Санкт-Петербург',
])('%s', (text) => {
  expect(repairedMojibake(again(text))).toBe(text);
});

test('is repaired in files, with a warning', () => {
  const { file, headline } = onlyOf(
    again('Fähren fahren öfter\n\nDie Fähren fahren öfter, teilte das Amt für Häfen mit.\n'),
  );
  expect(headline).toBe('Fähren fahren öfter');
  expect(file.warnings).toContainEqual(message('encoding.twice'));
});

test('and in mails, whose headers are right', () => {
  const dispatch = onlyOf(
    `From: a@b.example\nSubject: Fähre\nDate: Tue, 10 Mar 2026 10:00:00 +0100\n\n${again('Die Fähre fährt.')}\n`,
  );
  expect(dispatch).toMatchObject({ headline: 'Fähre', body: [{ text: 'Die Fähre fährt.' }] });
  expect(dispatch.file.warnings).toContainEqual(message('encoding.twice'));
});

test('that was encoded three times', () => {
  const text = 'Größere Züge für Köln';
  expect(repairedMojibake(again(again(text)))).toBe(text);
});

test.each([
  [
    '{"uri":"urn:n:1","type":"text","version":"1","versioncreated":"2026-11-20T10:00:00Z","headline":"B\\u00c3\\u00bcrger er\\u00c3\\u00b6ffnen Hafen","body_text":"Die Gr\\u00f6\\u00dfe überrascht."}',
  ],
  [
    '{"uri":"urn:n:1","type":"text","version":"1","versioncreated":"2026-11-20T10:00:00Z","headline":"BÃ¼rger erÃ¶ffnen Hafen","body_text":"Die Größe überrascht."}',
  ],
  ['<story><title>B&#195;&#188;rger er&#195;&#182;ffnen Hafen</title><text>Die Größe überrascht.</text></story>'],
])('is repaired in the one field that has it: %s', (text) => {
  const dispatch = onlyOf(text);
  expect(dispatch).toMatchObject({ headline: 'Bürger eröffnen Hafen', body: [{ text: 'Die Größe überrascht.' }] });
  expect(dispatch.file.warnings).toContainEqual(message('encoding.twice'));
});

test('a text about it stays', () => {
  const text = 'Aus „Köln“ wird KÃ¶ln, aus „größer“ grÃ¶ÃŸer.';
  const { body, file } = onlyOf(`Wie Umlaute leiden\n\n${text}\n`);
  expect(body).toEqual([{ type: 'paragraph', text }]);
  expect(file.warnings).not.toContainEqual(message('encoding.twice'));
});

test.each([
  'Größere Züge für Köln – „schön“.',
  'MANHÃ“S é uma palavra; NÃO, não.',
  'Der Zug hält in „KÖLN“, sagt Â.',
  'Ein einziges RÃ¼gen ist ein Zitat.',
])('%s stays', (text) => {
  expect(repairedMojibake(text)).toBeUndefined();
});

test('text of Western European letters is never changed', () => {
  const words = fc.array(fc.constantFrom(...'aeinrst ÄÖÜäöüßéèêàçñåæø.,\n'.split('')), { maxLength: 200 });
  fc.assert(
    fc.property(words, (chars) => {
      const text = chars.join('');
      expect(decode(new TextEncoder().encode(text)).text).toBe(text);
    }),
  );
});
