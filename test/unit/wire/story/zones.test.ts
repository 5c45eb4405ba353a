import { expect, test } from 'vitest';
import { readWire } from '../../../../main/wire/read.ts';
import { RECEIVED } from '../reading.ts';

const read = (text: string, zone?: string) => {
  const parsed = readWire(new TextEncoder().encode(text), { path: 'wire.txt', receivedAt: RECEIVED, zone });
  if (parsed.kind !== 'dispatches') throw new Error('no dispatch');
  const [dispatch] = parsed.dispatches;
  if (!dispatch) throw new Error('no dispatch');
  return dispatch;
};
const sent = (text: string, zone?: string): string => new Date(read(text, zone).publishedAt).toISOString();
const NEW_YORK = 'America/New_York';

const UNKNOWN: readonly (readonly [string, string])[] = [
  ['plain text', 'Crane moves\n\n14.03.2026 10:12\n\nIt moved.\n'],
  ['English words', 'Crane moves\n\n14 March 2026\n\nIt moved on the day.\n'],
  ['IPTC 7901', 'xyz0123 4 i 20 nord 061\n\nCrane/\nCrane moves =\n\n   It moved.\n\n141012 Mar 26\n'],
  ['ZCZC', 'ZCZC NORD\n^Crane moves\n*X\n14 March 2026 10:12\nIt moved.\nNNNN\n'],
];

test.each(UNKNOWN)('a time of %s without a zone is in that of its folder', (_, text) => {
  const hour = text.includes('14 March 2026\n') ? '04:00' : '14:12';
  expect(sent(text, NEW_YORK)).toBe(`2026-03-14T${hour}:00.000Z`);
  expect(read(text, NEW_YORK).file.warnings.map(({ code }) => code)).toContain('time.no-zone');
});

test.each([
  ['its agency', 'Kran fährt\n\n14.03.2026 10:12\n\nSandau (dpa) - Er fährt.\n', '09:12'],
  ['its own', 'bdt0123 4 pl 20 dpa 061\n\nKran/\nKran fährt =\n\n   Er fährt.\n\n141012 GMT Mrz 26\n', '10:12'],
])('%s comes first', (_, text, hour) => {
  expect(sent(text, NEW_YORK)).toBe(`2026-03-14T${hour}:00.000Z`);
});

test('an embargo goes by the folder, too', () => {
  const text = 'Embargoed until 6am, Monday 16 March 2026\n\nCrane moves\n\nIt moved.\n';
  expect(new Date(read(text, NEW_YORK).embargoUntil ?? '').toISOString()).toBe('2026-03-16T10:00:00.000Z');
});
