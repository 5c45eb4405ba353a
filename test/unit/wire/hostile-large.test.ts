import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { blockText, MAX_FILE_BYTES } from '../../../main/wire/dispatch.ts';
import { readWire } from '../../../main/wire/read.ts';
import { RECEIVED } from './reading.ts';

// What grows while it is read. Each is made here, since what it stands for must not lie in a repository.

const read = (content: string | Uint8Array) =>
  readWire(typeof content === 'string' ? new TextEncoder().encode(content) : content, {
    path: 'hostile',
    receivedAt: RECEIVED,
  });

/** Everything that a file led to, as text. */
const said = (content: string): string => JSON.stringify(read(content));

const laughs = (root: string, inside: string) => {
  const levels = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  return `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY l0 "haha">${levels}]>${inside}`;
};
const nitf = (text: string) =>
  `<nitf><head><docdata><doc-id id-string="a"/><date.issue norm="20250401T060000Z"/></docdata></head><body><body.head><hedline><hl1>Kran steht</hl1></hedline></body.head><body.content><p>${text}</p></body.content></body></nitf>`;
const rss = (text: string) =>
  `<rss version="2.0"><channel><title>K</title><item><guid>a</guid><title>Kran steht</title><pubDate>Mon, 10 Mar 2025 10:00:00 GMT</pubDate><description>${text}</description></item></channel></rss>`;
const atom = (text: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><id>f</id><updated>2025-03-10T10:00:00Z</updated><entry><id>a</id><title>Kran steht</title><updated>2025-03-10T10:00:00Z</updated><content>${text}</content></entry></feed>`;
const g2 = (text: string) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2025-05-05T09:58:00Z</versionCreated></itemMeta><contentMeta><headline>Kran steht</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p></body></html></inlineXML></contentSet></newsItem>`;
const ritzau = (text: string) =>
  `<RBNews><NewsID>r</NewsID><PublishDate>2025-07-30T17:32:18</PublishDate><headline>Kran steht</headline><content>${text}</content></RBNews>`;
const jimi = (text: string) =>
  `<Publish><ContentItem><Headline>Kran steht</Headline><ContentItemID>7</ContentItemID><UpdatedDateTime>2025-02-01T08:00:00Z</UpdatedDateTime><DirectoryText>${text}</DirectoryText></ContentItem></Publish>`;
const unknown = (text: string) => `<a><headline>Kran steht</headline><date>2025-03-10</date><text>${text}</text></a>`;

const roots = [
  ['nitf', nitf],
  ['rss', rss],
  ['feed', atom],
  ['newsItem', g2],
  ['RBNews', ritzau],
  ['Publish', jimi],
  ['a', unknown],
] as const;

test.each(roots)('entities of entities (a billion laughs) are not expanded: %s', (root, make) => {
  const text = said(laughs(root, make('Er lacht: &l12;')));
  expect(text.length).toBeLessThan(20_000);
  expect(text).not.toContain('hahahaha');
});

test.each(roots)('one long entity named many times is not expanded: %s', (root, make) => {
  const long = `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY l "${'h'.repeat(50_000)}">]>`;
  expect(said(long + make('&l;'.repeat(20_000))).length).toBeLessThan(1_000_000);
});

test.each(roots)('nothing outside the file is read for an entity: %s', (root, make) => {
  const outside = `<?xml version="1.0"?><!DOCTYPE ${root} SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY f SYSTEM "file://${import.meta.filename}"><!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>`;
  expect(said(outside + make('Davor &f; danach'))).not.toContain('What grows while it is read');
});

const deep = 50_000;
const nested = (open: string, close: string, inside: string) => open.repeat(deep) + inside + close.repeat(deep);

test.each<readonly [string, string]>([
  ...roots.map(([root, make]) => [root, make(nested('<b>', '</b>', 'tief'))] as const),
  ['html', `<!doctype html><title>Kran</title><body>${nested('<div>', '</div>', 'tief')}`],
  ['html, never closed', `<!doctype html><title>Kran</title><body>${'<table><tr><td>'.repeat(deep)}tief`],
  ['html, formatting', `<!doctype html><title>Kran</title><body>${'<p><b><i><a href=x>'.repeat(5_000)}tief`],
  ['json lists', nested('[', ']', '1')],
  ['json objects', `{"headline":"Kran","body":${nested('{"a":', '}', '1')}}`],
  ['json, cut off', '{"headline":"Kran","body":'.concat('['.repeat(deep))],
  ['quotes in mail', `Subject: Kran\nFrom: a@b.example\n\n${'>'.repeat(deep)} tief\n`],
])('nesting of thousands of levels ends in a dispatch or a problem: %s', (_what, content) => {
  expect(['dispatches', 'problem']).toContain(read(content).kind);
});

const mail = (headers: string, body: string) =>
  `From: Desk <desk@nord.example>\nSubject: Kran steht\nDate: Tue, 10 Mar 2026 10:00:00 +0100\nMIME-Version: 1.0\n${headers}\n\n${body}`;

/** A ZIP of one file, as small as it can be; `size` zeros. */
function zipBomb(size: number): Uint8Array {
  const data = deflateRawSync(Buffer.alloc(size));
  const name = Buffer.from('kran.txt');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, data]);
}

test.each([
  ['zip', zipBomb(50_000_000)],
  ['gzip', gzipSync(Buffer.alloc(50_000_000))],
] as const)('an archive in a mail is named and not unpacked: %s', (type, bytes) => {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})/g, '$1\n');
  const content = mail(
    'Content-Type: multipart/mixed; boundary="x"',
    `--x\nContent-Type: text/plain; charset=utf-8\n\nDer Kran steht seit Montag still.\n--x\nContent-Type: application/${type}; name="kran.${type}"\nContent-Transfer-Encoding: base64\n\n${lines}\n--x--\n`,
  );
  const parsed = read(content);
  if (parsed.kind !== 'dispatches') throw new Error(JSON.stringify(parsed));
  expect(parsed.dispatches.map(({ body }) => body.map(blockText).join())).toEqual([
    'Der Kran steht seit Montag still.',
  ]);
  expect(JSON.stringify(parsed.dispatches[0]?.file.warnings)).toContain(`kran.${type}`);
});

test.each([
  [
    'parts in parts',
    Array.from({ length: 2_000 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\n\n--b${n}\n`).join(''),
  ],
  ['mails in mails', 'Content-Type: message/rfc822\n\nSubject: Kran\n'.repeat(2_000)],
])('a mail of thousands of levels ends in a dispatch or a problem: %s', (_what, inside) => {
  expect(['dispatches', 'problem']).toContain(read(`From: a@b.example\nSubject: Kran\n${inside}\nText\n`).kind);
});

test('a mail of a hundred thousand parts ends in a dispatch or a problem', () => {
  const parts = '--x\nContent-Type: text/plain\n\na\n'.repeat(100_000);
  expect(['dispatches', 'problem']).toContain(
    read(mail('Content-Type: multipart/mixed; boundary="x"', `${parts}--x--\n`)).kind,
  );
});

test('a file beyond the limit is not looked at', () => {
  expect(read(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({ kind: 'problem', problem: { reason: 'too-large' } });
});

test.each([
  ['zip', zipBomb(1_000_000)],
  ['gzip', gzipSync(Buffer.alloc(1_000_000))],
])('an archive in the wire folder is a problem: %s', (_type, bytes) => {
  expect(read(bytes)).toMatchObject({ kind: 'problem', problem: { reason: 'binary' } });
});
