import { expect, test } from 'vitest';
import { readingKey } from '../../../../main/library/index/fingerprint.ts';
import type { Dispatch } from '../../../../main/wire/dispatch.ts';

const dispatch: Dispatch = {
  id: 'x:1',
  version: 1,
  status: 'usable',
  headline: 'Zahlen',
  categories: [],
  keywords: [],
  urgency: 5,
  language: 'de',
  source: 'nord',
  publishedAt: '2026-03-17T14:40:00Z',
  receivedAt: '2026-03-17T14:40:00Z',
  body: [
    {
      type: 'table',
      rows: [
        [{ text: 'Ort' }, { text: 'Euro' }],
        [{ text: 'Birkau' }, { text: '41,0' }],
      ],
    },
    { type: 'table', caption: 'Kosten', rows: [[{ text: 'a' }]] },
  ],
  notes: [],
  related: [],
  file: { path: 'a', size: 1, sha256: 'a', encoding: 'utf-8', format: 'dts', warnings: [] },
};

test('the fingerprint of a dispatch with tables is the one that libraries have stored', () => {
  expect(Buffer.from(readingKey(dispatch)).toString('hex')).toBe('16926664e1b8051c574b7a0b3d9d4a88');
});
