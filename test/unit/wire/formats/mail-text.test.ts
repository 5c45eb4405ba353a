import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { dispatchesOf, RECEIVED } from '../reading.ts';

const HEAD = 'From: Desk <desk@nord.example>\nSubject: Deich\nDate: Tue, 10 Mar 2026 10:00:00 +0100\n';

/** The only dispatch of a mail with these further headers and this body: text in UTF-8, or bytes. */
function mailOf(headers: string, body: string | Uint8Array) {
  const { dispatches } = dispatchesOf(Buffer.concat([Buffer.from(`${HEAD}${headers}\n\n`), Buffer.from(body)]));
  const [dispatch, ...others] = dispatches;
  if (!dispatch || others.length > 0) throw new Error('not one dispatch');
  return { ...dispatch, paragraphs: dispatch.body.map(blockText) };
}

describe('charsets', () => {
  test.each(['us-ascii', 'iso-8859-1', 'windows-1252', 'iso-8859-15', 'gb2312', 'x-unknown'])(
    'UTF-8 that is declared as %s',
    (charset) => {
      const text = charset === 'gb2312' ? '大坝是安全的。' : 'Der Deich bei Büsum hält.';
      expect(mailOf(`Content-Type: text/plain; charset=${charset}`, text).paragraphs).toEqual([text]);
      const coded = Buffer.from(text).toString('base64');
      expect(
        mailOf(`Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: base64`, coded).paragraphs,
      ).toEqual([text]);
    },
  );

  test.each([
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x45, 0x6c, 0x35, 0x7e, 0x1b, 0x28, 0x42], '東京'],
    ['us-ascii', [0x1b, 0x24, 0x42, 0x45, 0x6c, 0x35, 0x7e, 0x1b, 0x28, 0x42], '東京'],
    ['gb18030', [0xc4, 0xe3, 0xba, 0xc3], '你好'],
    ['cp936', [0xc4, 0xe3, 0xba, 0xc3], '你好'],
    ['koi8-r', [0xed, 0xc9, 0xd2], 'Мир'],
    ['koi8-u', [0xf0, 0xd2, 0xa6], 'Прі'],
    ['shift_jis', [0x93, 0x8c, 0x8b, 0x9e], '東京'],
  ])('%s', (charset, codes, text) => {
    const body = Buffer.from(Uint8Array.from(codes)).toString('base64');
    const { paragraphs } = mailOf(
      `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: base64`,
      body,
    );
    expect(paragraphs).toEqual([text]);
  });
});

describe('format=flowed (RFC 3676)', () => {
  const flowed = (body: string, more = '') => mailOf(`Content-Type: text/plain; format=flowed${more}`, body).paragraphs;

  test('lines that end with a space go on, stuffed ones too', () => {
    expect(flowed('Der Deich bei Tönning \n hat in der Nacht \n gehalten.\n\nEntwarnung kam um sechs.\n')).toEqual([
      'Der Deich bei Tönning hat in der Nacht gehalten.',
      'Entwarnung kam um sechs.',
    ]);
  });

  test('a space that is no text', () => {
    expect(flowed('大坝是 \n安全的。\n', '; delsp=yes')).toEqual(['大坝是安全的。']);
  });

  test('a blank line ends a paragraph that would go on', () => {
    expect(flowed('Der Deich hat gehalten. \n\nEntwarnung kam um sechs. \n')).toEqual([
      'Der Deich hat gehalten.',
      'Entwarnung kam um sechs.',
    ]);
  });
});

describe('data of forms', () => {
  test('JSON', () => {
    const body = `${JSON.stringify({ Ort: ['Husum'], Ressort: 'Verkehr', Kontakt: { Name: 'A. Boje' }, Leer: null, Body: '<p>Die Fähre fährt.</p><p>Sie ist neu.</p>' })}\n`;
    expect(mailOf('', body).body).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [{ text: 'Ort: Husum' }, { text: 'Ressort: Verkehr' }, { text: 'Kontakt Name: A. Boje' }],
      },
      { type: 'paragraph', text: 'Die Fähre fährt.' },
      { type: 'paragraph', text: 'Sie ist neu.' },
    ]);
  });

  test('URL-encoded', () => {
    expect(mailOf('', 'ort=Husum&was=F%C3%A4hre+neu\n').body).toEqual([
      { type: 'list', ordered: false, items: [{ text: 'ort: Husum' }, { text: 'was: Fähre neu' }] },
    ]);
  });

  test('labels, with a value over two lines', () => {
    const body =
      'Name: Anna Boje\nOrt: Husum\nTelefon: 04841 555010\nNachricht: Die Fähre fährt ab Montag\nwieder nach Plan.\n';
    expect(mailOf('', body).paragraphs).toEqual([
      'Name: Anna Boje\nOrt: Husum\nTelefon: 04841 555010',
      'Die Fähre fährt ab Montag wieder nach Plan.',
    ]);
  });

  test('an interview is none', () => {
    const body = 'Frage: Hält der Deich?\n\nAntwort: Ja, er hält.\n\nFrage: Wie lange noch?\n\nAntwort: Zehn Jahre.\n';
    expect(mailOf('', body).paragraphs).toHaveLength(4);
  });

  test('prose that starts with a bracket or has a colon is none', () => {
    expect(mailOf('', '{Der} Deich hält.\n').paragraphs).toEqual(['{Der} Deich hält.']);
    expect(mailOf('', 'Berlin: Der Deich hält.\nDas teilte das Amt mit.\n').paragraphs).toEqual([
      'Berlin: Der Deich hält.',
      'Das teilte das Amt mit.',
    ]);
  });
});

describe('newsletters', () => {
  test('HTML without hidden teaser, offer to view it online, networks and footer', () => {
    const dispatch = mailOf(
      'Content-Type: text/html; charset=utf-8',
      '<div style="color:#fff; display:none">Heute im Brief</div><p><a href="https://a.example/1">Im Browser ansehen</a></p><h2>Fähre fährt wieder</h2><p>Die Fähre fährt seit Montag.</p><p>Sie war im Dock.</p><p>Facebook | Instagram | YouTube</p><p>Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.</p><p>Hafenblatt, Kai 3, Husum</p>',
    );
    expect(dispatch.paragraphs).toEqual(['Fähre fährt wieder', 'Die Fähre fährt seit Montag.', 'Sie war im Dock.']);
    expect(dispatch.notes).toEqual([
      {
        kind: 'contact',
        text: 'Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.\nHafenblatt, Kai 3, Husum',
      },
    ]);
  });

  test('text of a list', () => {
    const dispatch = mailOf(
      'List-Unsubscribe: <https://a.example/u>',
      'View this email in your browser\n\nThe ferry sails again.\n\nIt was in dock for a week.\n\nUnsubscribe: https://a.example/u\n',
    );
    expect(dispatch.paragraphs).toEqual(['The ferry sails again.', 'It was in dock for a week.']);
  });

  test('copy that is about newsletters stays', () => {
    const dispatch = mailOf(
      'Content-Type: text/html',
      '<p>Unsubscribe links must work, a court ruled.</p><p>The case began in May.</p>',
    );
    expect(dispatch.paragraphs).toHaveLength(2);
  });
});

test('a year that is a mistake is no time of sending', () => {
  const { dispatches } = dispatchesOf(
    Buffer.from('From: a@b.example\nSubject: Termin\nDate: Mon, 30 Jun 3207 15:33:50 +0600\n\nWir laden ein.\n'),
  );
  expect(dispatches[0]).toMatchObject({ publishedAt: RECEIVED, file: { warnings: [{ code: 'time.ahead' }] } });
});
