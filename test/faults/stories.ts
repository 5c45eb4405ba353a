import { prepare } from '../../main/library/index/index-entry.ts';
import type { LibraryWriter } from '../../main/library/worker/writer.ts';
import type { Dispatch } from '../../main/wire/dispatch.ts';

const DAYS = 5;

/** An invented dispatch, of one of a few days. */
export const plain = (id: string, number: number): Dispatch => ({
  id,
  version: 1,
  status: 'usable',
  headline: `Meldung ${id}`,
  categories: ['Inland'],
  keywords: [],
  urgency: 5,
  source: 'dts-nachrichtenagentur.de',
  publishedAt: `2025-11-1${number % DAYS}T09:00:00+01:00`,
  receivedAt: '2025-11-10T08:31:00.000Z',
  notes: [],
  related: [],
  file: { path: `${id}.txt`, size: 900, sha256: 'ab', encoding: 'utf-8', format: 'dts', warnings: [] },
  body: [{ type: 'paragraph', text: `Der Stadtrat hat über die Meldung ${id} beraten.` }],
});

const TIME_MS = 1_762_760_000_000;

/** Adds a dispatch as if its file had just been read. */
export function add(writer: LibraryWriter, dispatch: Dispatch): void {
  const { path } = dispatch.file;
  writer.add([{ path, size: 900, mtime: TIME_MS, ctime: TIME_MS, sha256: 'ab', dispatches: [prepare(dispatch)] }]);
  writer.commit();
}

/** The text of a wire file in the dts layout, of about 3 KB. */
export const wireFile = (number: number): string =>
  `Inland\n\nMeldung Nummer ${number}\n\n${11 + (number % DAYS)}.11.2025 - 10:${String(number % 60).padStart(2, '0')}:00\n\n${`Der Stadtrat hat am Montag über den Radweg ${number} beraten. `.repeat(50)}\n\n@ dts-nachrichtenagentur.de\n`;
