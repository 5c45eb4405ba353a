import { describe, expect, test } from 'vitest';
import { decode } from '../../../main/wire/bytes/decode.ts';

const TEXT = 'Größere Züge für Köln – „schön“, sagte die Behörde.';
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('decode', () => {
  test('a byte order mark decides and is no part of the text', () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)))).toEqual({
      text: TEXT,
      encoding: 'utf-8',
      warnings: [],
    });
    expect(decode(Uint8Array.of(0xff, 0xfe, ...utf16(TEXT, true)))).toMatchObject({ text: TEXT, encoding: 'utf-16le' });
    expect(decode(Uint8Array.of(0xfe, 0xff, ...utf16(TEXT, false)))).toMatchObject({
      text: TEXT,
      encoding: 'utf-16be',
    });
  });

  test('UTF-16 without a mark is known by its zeros', () => {
    expect(decode(utf16('<?xml version="1.0"?><nitf>', false))).toMatchObject({ encoding: 'utf-16be' });
    expect(decode(utf16('Der Zug hält in Köln.', true))).toMatchObject({ text: 'Der Zug hält in Köln.' });
  });

  test('strict UTF-8 wins over a declaration, which is reported', () => {
    const decoded = decode(new TextEncoder().encode(`<?xml version="1.0" encoding="ISO-8859-1"?><p>${TEXT}</p>`));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toContain(TEXT);
    expect(decoded.warnings.join()).toMatch(/declares windows-1252/);
  });

  test('a declaration that says nothing wrong is not reported', () => {
    expect(
      decode(new TextEncoder().encode('<?xml version="1.0" encoding="ISO-8859-1"?><p>plain</p>')).warnings,
    ).toEqual([]);
  });

  test('a true declaration is used', () => {
    const bytes = latin('<?xml version="1.0" encoding="iso-8859-15"?><p>48 Millionen \xa4, r\xf6tlich</p>');
    expect(decode(bytes)).toMatchObject({ encoding: 'iso-8859-15', warnings: [] });
    expect(decode(bytes).text).toContain('48 Millionen €, rötlich');
  });

  test('a declaration of a code page of DOS is used', () => {
    const decoded = decode(latin('<?xml version="1.0" encoding="IBM437"?><p>M\x81ller \x9b 1</p>'));
    expect(decoded).toMatchObject({ encoding: 'ibm437', warnings: [] });
    expect(decoded.text).toContain('Müller ¢ 1');
  });

  test('a declared UTF-8 that is none becomes windows-1252 with a warning', () => {
    const decoded = decode(latin('<?xml version="1.0" encoding="utf-8"?><p>K\xf6ln und M\xfcnchen, gr\xf6\xdfer</p>'));
    expect(decoded.encoding).toBe('windows-1252');
    expect(decoded.warnings.join()).toMatch(/declares utf-8/);
  });

  test('German Latin text is windows-1252, however short', () => {
    for (const text of [
      'M\xfcller',
      'K\xf6ln \x96 \x84sch\xf6n\x93',
      'F\xfcnf Stra\xdfen, \xc4rger \xfcber \xd6l',
      '\xdcber 3 \x80',
    ]) {
      expect(decode(latin(text)).encoding).toBe('windows-1252');
    }
    expect(decode(latin('K\xf6ln \x96 \x84sch\xf6n\x93')).text).toBe('Köln – „schön“');
  });

  test('Cyrillic bytes are not shown as Latin letters', () => {
    const russian = 'Правительство объявило о новых мерах поддержки жителей пострадавших районов, сообщает агентство.';
    const bytes = Uint8Array.from(russian, (char) => {
      const code = char.charCodeAt(0);
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
    const decoded = decode(bytes);
    expect(decoded.encoding).toBe('windows-1251');
    expect(decoded.text).toBe(russian);
    expect(decoded.warnings).toHaveLength(1);
  });

  test('UTF-8 cut in the middle of a character stays UTF-8', () => {
    const bytes = new TextEncoder().encode('Größere Züge für Kö');
    const decoded = decode(bytes.subarray(0, bytes.length - 1));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text.startsWith('Größere Züge für K')).toBe(true);
    expect(decoded.warnings).toHaveLength(1);
  });

  test('characters that were lost upstream are reported', () => {
    expect(decode(new TextEncoder().encode('M\uFFFDller')).warnings.join()).toMatch(/already lost/);
  });
});
