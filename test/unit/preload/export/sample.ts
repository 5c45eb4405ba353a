import type { Dispatch, StatusView } from '../../../../preload/contract/contract.ts';
import { exportContext } from '../../../../preload/export/context.ts';

/** An invented dispatch with everything that exports show. */
export const dispatch: Dispatch = {
  id: 'urn:newsml:nord.example:1',
  version: 2,
  status: 'usable',
  headline: 'Moorbahn: Land übernimmt die Hälfte',
  subhead: 'Baubeginn im Mai',
  dateline: 'Birkau',
  byline: 'Ole Brandis',
  categories: ['Inland'],
  keywords: ['Bahn'],
  urgency: 4,
  language: 'de',
  source: 'NORD',
  number: 'nrd0109',
  publishedAt: '2025-11-10T10:15:00Z',
  receivedAt: '2025-11-10T10:16:00Z',
  rights: 'Nur mit Nennung der Quelle',
  body: [
    { type: 'paragraph', text: 'Das Land zahlt <mehr> & schneller.', marks: [{ from: 0, to: 8, kind: 'bold' }] },
    { type: 'heading', level: 2, text: 'Zeitplan' },
    { type: 'list', ordered: false, items: [{ text: 'Mai' }, { text: 'Juni' }] },
    { type: 'table', header: [{ text: 'Strecke' }, { text: 'km' }], rows: [[{ text: 'Birkau' }, { text: '41,0' }]] },
    { type: 'quote', text: '„Endlich“, sagte sie.' },
    { type: 'preformatted', text: 'a  b\nc  d' },
  ],
  notes: [{ kind: 'editor', text: 'Achtung Redaktionen' }],
  related: [],
  file: { path: 'a.json', size: 1, sha256: '0', encoding: 'utf-8', format: 'ninjs', warnings: [] },
};

const status: StatusView = {
  read: true,
  bookmarked: true,
  tags: ['Bahn'],
  notes: [{ id: '0191d000-0000-7000-8000-000000000001', text: 'Rückruf', at: '2025-11-10T11:00:00Z' }],
  passages: [
    {
      id: '0191d000-0000-7000-8000-000000000002',
      quote: 'zahlt <mehr>',
      before: 'Das Land ',
      after: ' &',
      version: 2,
      at: '2025-11-10T11:00:00Z',
    },
  ],
};

export const item = { dispatch, status };
export const context = exportContext({ language: 'de', zone: 'Europe/Berlin', own: true });
