import { describe, expect, test } from 'vitest';
import { decode } from '../../../../main/wire/bytes/decode.ts';
import { message } from '../../../../preload/contract/messages.ts';

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
    expect(decoded.warnings).toEqual([message('encoding.wrong', { declared: 'windows-1252', used: 'utf-8' })]);
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
    expect(decoded.warnings).toContainEqual(message('encoding.wrong', { declared: 'utf-8', used: 'windows-1252' }));
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

  /** The bytes of the signs beyond ASCII, where an encoding has them. */
  const inBytes = (text: string, signs: Readonly<Record<string, number>>) =>
    Uint8Array.from(text, (sign) => signs[sign] ?? sign.charCodeAt(0));
  const CZECH = 'Přístav v Děčíně je uzavřen, řekl mluvčí. Voda v řece klesla, přívoz však dále stojí.';
  const POLISH = 'Port w Gdańsku był zamknięty. Związkowcy mówią o płacach i będą rozmawiać w południe.';
  const cp1250 = {
    ř: 0xf8,
    ě: 0xec,
    č: 0xe8,
    í: 0xed,
    š: 0x9a,
    á: 0xe1,
    ń: 0xf1,
    ł: 0xb3,
    ę: 0xea,
    ą: 0xb9,
    ó: 0xf3,
    ć: 0xe6,
  };

  test.each([
    ['windows-1250', CZECH, cp1250],
    ['windows-1250', POLISH, cp1250],
    ['iso-8859-2', CZECH, { ...cp1250, š: 0xb9 }],
    ['iso-8859-2', POLISH, { ...cp1250, ą: 0xb1 }],
    [
      'windows-1254',
      'Sendika, işçilerin ücret artışı istediğini açıkladı.',
      { ş: 0xfe, ç: 0xe7, ü: 0xfc, ı: 0xfd, ğ: 0xf0 },
    ],
    [
      'windows-1250',
      'Vlada je odlučila da će plaće rasti. Četiri općine čekaju, rekao je član odbora, a više ih je šutjelo.',
      { ...cp1250, Č: 0xc8, ž: 0x9e },
    ],
    [
      'windows-1250',
      'A miniszter közölte: a következő évben több pénz jut az útra. A fővárosi vezetők örülnek, mondta az előadó.',
      { ő: 0xf5, ű: 0xfb },
    ],
    ['windows-1250', 'Guvernul a adoptat ţinta. Preşedintele spune că oraşul aşteaptă.', { ţ: 0xfe, ş: 0xba, ă: 0xe3 }],
  ])('Central Europe in %s: %s', (encoding, text, signs) => {
    expect(decode(inBytes(text, signs))).toMatchObject({ text, encoding });
  });

  test.each([
    'Færgerne i København står stille på tredje døgn, og køerne vokser fra Forlì til Malmø.',
    'As negociações vão prosseguir, dizem os órgãos de Köln e as organizações: é já à tarde.',
    'Le ministère de Žižek a déjà levé la grève, d’après Miloš: très légère, à peine.'.replaceAll('’', "'"),
    'Hún sagði það þýða tafir á þriðjudag, segir Müller.',
    'Sørloth segna. Poi Sørloth esce, così Jørgensen entra, e lunedì torna Sørloth.',
    'La première slovène après Janša: Žižek promet une règle sévère.',
    "L'època de Janša i Žižek: més ciència, més època, més èxit.",
    'Jalgpallur José Sánchez jõudis kohale, ütles võõrustaja. Mõned ööd on soojad.',
    'El estonio Tõnu Kõiv corrió más rápido que Jürgen Müller. José perdió con Tõnu.',
    'Þeir fóru til São Paulo. Þar var þoka, og það er þess virði.',
    'Barça vann Müller og félaga. Liðið er ný þjóð, sagði þjálfarinn, og blaðið ræðir það.',
    'Nos termos dos n.ºs 1 e 2, dos n.ºs 3 e 4 e dos n.ºs 5 e 6 o Estado não paga.',
    'Það er þess virði, þar og þá. O estado não paga: artigo 1.º, n.ºs 2 e 3.',
    'Žižek speaks. Žižek leaves.',
    'Für François Müller ist Veselý der Beste. Auch Novotný und Nový sind da.',
    'Coördinator in Curaçao: Müller, Novotný, Veselý, Nový.',
    '½ ¼ ¾ 1½ 2¼ cup',
    '£5 £6 £7 ±£8',
  ])('Western Europe stays: %s', (text) => {
    expect(decode(inBytes(text, { Ž: 0x8e, ž: 0x9e, š: 0x9a }))).toMatchObject({ text, encoding: 'windows-1252' });
  });

  test('another alphabet is known in two sentences, and is no Mac or DOS text', () => {
    const hebrew = 'הנמל סגור. הנמל בחיפה סגור מיום שישי מסר דובר הנמל. השביתה נמשכת.';
    expect(
      decode(
        Uint8Array.from(hebrew, (sign) =>
          sign.charCodeAt(0) < 128 ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x5d0 + 0xe0,
        ),
      ).text,
    ).toBe(hebrew);
    const japanese = Buffer.from(
      'iaGVbI1ggsyDWINng4mDQ4NMgs2OT5P6ltqCyZP8gsGCvYFCkWeNh4LNksCP44KwgvCLgYLfgsSCooLpgUI=',
      'base64',
    );
    expect(decode(japanese)).toMatchObject({
      encoding: 'shift_jis',
      text: '横浜港のストライキは三日目に入った。組合は賃上げを求めている。',
    });
  });

  test('UTF-8 cut in the middle of a character stays UTF-8', () => {
    const bytes = new TextEncoder().encode('Größere Züge für Kö');
    const decoded = decode(bytes.subarray(0, bytes.length - 1));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text.startsWith('Größere Züge für K')).toBe(true);
    expect(decoded.warnings).toHaveLength(1);
  });

  test('characters that were lost upstream are reported', () => {
    expect(decode(new TextEncoder().encode('M\uFFFDller')).warnings).toEqual([message('encoding.lost')]);
  });
});
