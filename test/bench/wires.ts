import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headline, RESSORTS, random, sentence } from './vocabulary.ts';

/** The last moment of the year the dispatches are spread over; their files are as old as they are. */
const END = Date.UTC(2026, 10, 20, 12);
const YEAR = 365 * 24 * 3600 * 1000;

export interface Story {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly at: Date;
  readonly ressort: string;
}

/** Story `i` of `count`, of about `size` characters; always the same one. */
export function story(i: number, count: number, size: number): Story {
  const r = random(i * 7919 + 13);
  const paragraphs: string[] = [];
  for (let length = 0; length < size - 250; ) {
    const paragraph = Array.from({ length: 2 + Math.floor(r() * 3) }, () => sentence(r)).join(' ');
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  return {
    headline: `${headline(r)} ${i}`,
    paragraphs,
    at: new Date(END - Math.floor(((i + r()) / count) * YEAR)),
    ressort: RESSORTS[Math.floor(r() * RESSORTS.length)] ?? 'Inland',
  };
}

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'.split(' ');

function dts({ headline, paragraphs, at, ressort }: Story): string {
  const date = `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()}`;
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  return `${ressort}\n\n${headline}\n\n${date} - ${time}\n\n${paragraphs.join('\n\n')}\n\n@ dts-nachrichtenagentur.de\n`;
}

function iptc7901({ headline, paragraphs, at }: Story, i: number): string {
  const wrapped = paragraphs.map((text) => `   ${text}`.replace(/(.{1,66})(?:\s+|$)/g, '$1\r\n'));
  const trailer = `${two(at.getUTCDate())}${two(at.getUTCHours())}${two(at.getUTCMinutes())} GMT ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCFullYear() % 100)}`;
  return `\x01bdt${String(i % 10_000).padStart(4, '0')} 4 pl 420  dpa ${1 + (i % 9_999)}\r\n\r\nPolitik/\r\n\x02${headline} =\r\n\r\n${wrapped.join('\r\n')}\x03${trailer}\r\n\x04`;
}

function ninjs({ headline, paragraphs, at, ressort }: Story, i: number): string {
  return JSON.stringify({
    uri: `urn:depesche:bench:${i}`,
    type: 'text',
    version: '1',
    versioncreated: at.toISOString(),
    pubstatus: 'usable',
    urgency: 4,
    language: 'de',
    headline,
    body_html: paragraphs.map((text) => `<p>${text}</p>`).join('\n'),
    subject: [{ name: ressort, code: `medtop:${i % 17}` }],
    provider: 'bench wire',
  });
}

/**
 * Writes `count` wire files, three of four in the dts layout, into subfolders by month, under names that rise with time. Returns the
 * number of bytes.
 */
export function writeWires(folder: string, count: number, size: number): number {
  let bytes = 0;
  const made = new Set<string>();
  for (let i = 0; i < count; i++) {
    const one = story(i, count, size);
    const [text, ending] =
      i % 8 === 3 ? [iptc7901(one, i), '.tst'] : i % 8 === 6 ? [ninjs(one, i), '.json'] : [dts(one), '.txt'];
    const sub = join(folder, one.at.toISOString().slice(0, 7));
    if (!made.has(sub)) mkdirSync(sub, { recursive: true });
    made.add(sub);
    const path = join(sub, `${String(count - 1 - i).padStart(7, '0')}${ending}`);
    writeFileSync(path, text);
    utimesSync(path, one.at, one.at);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
