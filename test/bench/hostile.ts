/** What a hostile or broken file repeats. */
export const PIECES: readonly string[] = [
  ...[
    ' ',
    '\t',
    '\u00a0',
    '\n',
    '\r\n',
    ' \n',
    '\n ',
    'a\n',
    'a und\n',
    'a\n\n',
    '. \n',
    '-\n',
    'a  b\n',
    '\r',
    '\r\r\n',
  ],
  ...['0', '1 ', '12', '.1', '-', ' - ', '–', '_', '~', '=', '+', '++ ', '*', '* ', '#', '## ', '|', '| ', '/', '\\'],
  ...['(', ')', '[', ']', '{', '}', '<', '>', '(a) ', '[a] ', '(a', '[a', '"', "'", '„', '“ ', '" "', '\\"'],
  ...[
    '.',
    '. ',
    '...',
    '…',
    ',',
    ', ',
    ';',
    ':',
    ': ',
    ':a ',
    '!',
    '? ',
    '@',
    'a@',
    '@a ',
    '&',
    '&amp;',
    '&#38;',
    '%20',
  ],
  ...[
    'a',
    'A',
    'ä',
    'Ä',
    'a ',
    'A ',
    'a. ',
    'A.',
    'aa.A',
    'äa',
    'a-',
    'a/',
    'A - ',
    'Ab ',
    'a, ',
    '/a',
    'a=b;',
    'a: b\n',
  ],
  ...['Von ', 'By ', 'von A ', 'Kontakt: ', 'Kontakt:\n', 'Foto: ', 'Quelle: ', 'Sperrfrist ', 'embargo: ', 'frei ab '],
  ...[
    'EIL ',
    'KILL ',
    'Meldung ',
    'Meldung 1234 ',
    'UPDATE ',
    'mehr ',
    '[weiter',
    'weiterlesen ',
    'rede ',
    '(Schluss) ',
  ],
  ...['(dpa) ', 'Berlin (dpa) - ', '/dpa', 'dpa ', 'dts ', 'http://a', 'www.', 'a.de ', ' all rights reserved.'],
  ...[
    '22.11.2026 ',
    '22.11.2026 - 10:15\n',
    '22. November 2026 ',
    '10:15 Uhr ',
    'Nov 22, 2026 ',
    '2026-11-22T10:15:00Z ',
  ],
  ...[
    '<p>',
    '<p',
    '</p>',
    '<p>a',
    '<p>a</p>',
    '<x>a</x>',
    '<x a="b"/>',
    '<title ',
    '<title>a',
    '</endash>',
    '<a href="http://a.de">a</a> ',
    '<b>',
    '<div>',
    '<a b="',
    '<a b=c ',
    '<br/>',
    '<td>',
    '<!--',
    '<![CDATA[',
    '<!ENTITY ',
    '<?',
  ],
  ...[
    '{"a":',
    '[{',
    '{"a":1},',
    'ZCZC ',
    'ZCZC\n',
    'NNNN\n',
    'Subject: ',
    '=?utf-8?q?a?= ',
    '=20',
    '=\n',
    '--a\n',
    ';a="',
  ],
  ...['\0', '\x01', '\x02', '\x03', '\x04', '\x11', '\x1f', '\u200b', '\u202e'],
];

export interface Place {
  readonly name: string;
  readonly at: number;
}

/**
 * The places of a sample where a repetition is put: start, end and body, and `most` line ends, texts and attributes each, evenly
 * spread.
 */
export function places(sample: string, most: number): Place[] {
  const body = sample.search(/\S{3,} \S{3,} \S{3,} \S{3,} \S{3,} \S/);
  return [
    { name: 'start', at: 0 },
    ...spread('line', sample, /\r?\n/g, 0, most),
    ...spread('text', sample, /<[^<>]+[^<>/]>(?=[^\s<])|": ?"/g, 1, most),
    ...spread('attribute', sample, /(?<=\w)="/g, 1, most),
    { name: 'body', at: sample.indexOf(' ', Math.max(body, 0)) },
    { name: 'end', at: sample.length },
  ];
}

/** Places that `what` matches: before (side 0) or behind (side 1) the match. */
function spread(name: string, sample: string, what: RegExp, side: 0 | 1, most: number): Place[] {
  const found = [...sample.matchAll(what)].map((match) => match.index + side * match[0].length);
  const step = Math.max(1, found.length / most);
  const few =
    found.length === 0
      ? []
      : Array.from({ length: Math.ceil(found.length / step) }, (_, i) => found[Math.floor(i * step)] ?? 0);
  return few.map((at) => ({ name: `${name} ${sample.slice(0, at).split('\n').length}`, at }));
}

/** The sample with `piece` repeated to `size` characters at that place, escaped where that is inside a JSON text. */
export function hostile(sample: string, { name, at }: Place, piece: string, size: number): Uint8Array {
  const isJson = /^\s*[[{]/.test(sample) && name.startsWith('text');
  const written = isJson ? JSON.stringify(piece).slice(1, -1) : piece;
  const repeated = written.repeat(Math.ceil(size / written.length));
  return new TextEncoder().encode(sample.slice(0, at) + repeated + sample.slice(at));
}
