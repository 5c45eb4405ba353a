import { readFile, stat } from 'node:fs/promises';
import type { LowSync } from 'lowdb';
import type { CallOut, ReaderHandlers } from '../../preload/contract/contract.ts';
import type { Encoding } from '../../preload/contract/encoding.ts';
import { placeOf } from '../../preload/contract/folders.ts';
import { type Message, message } from '../../preload/contract/messages.ts';
import { fileMessageOf } from '../errors.ts';
import { parseFile } from '../inbox/folder-defaults.ts';
import type { Library } from '../library/library.ts';
import { blockText, type Dispatch } from '../wire/dispatch.ts';
import { sha256 } from '../wire/normalise.ts';
import { MAX_PARSED_BYTES } from './open-file.ts';
import { keep, type SettingsContent } from './settings-file.ts';
import type { WireDesk } from './wire-desk.ts';
import { fileOf } from './wire-file.ts';
import { readingOf } from './wire-folders.ts';

interface Parts {
  readonly library: Pick<Library, 'article' | 'mark' | 'sharing'>;
  readonly settings: LowSync<SettingsContent>;
  readonly desk: WireDesk;
  readonly watch: { expect(id: string): void };
}

type Encodings = Readonly<Record<string, Encoding>>;
const refused = (reason: Message): CallOut<'file.reread'> => ({ done: false, reason });

/**
 * Reads the file of a dispatch again in an encoding of choice, null: in the one that it would be read in. Its stories become new
 * versions of the dispatches they were, and the choice is kept for the file.
 */
export const rereadHandlers = (parts: Parts): Pick<ReaderHandlers, 'file.reread'> => ({
  'file.reread': async ({ encoding, ...request }) => {
    const { library, settings, desk } = parts;
    const dispatch = library.article(request)?.dispatch;
    const path = dispatch && fileOf(desk.folders, dispatch);
    const folder = dispatch && desk.folders.find(({ key }) => key === placeOf(dispatch.file.path).key);
    if (!dispatch || path === undefined || !folder) return refused(message('file.missing'));
    const file = await contentOf(path).catch((error: unknown) => fileMessageOf(error));
    if ('code' in file) return refused(file);
    if (sha256(file.bytes) !== dispatch.file.sha256) return refused(message('reread.changed'));
    const before: Encodings = settings.data.encodings ?? {};
    const { [dispatch.file.path]: previous, ...others } = before;
    const after: Encodings = encoding === null ? others : { ...others, [dispatch.file.path]: encoding };
    const readIn = (encodings: Encodings): readonly Dispatch[] => {
      const own = { path: placeOf(dispatch.file.path).path, receivedAt: dispatch.receivedAt };
      const parsed = parseFile(file.bytes, own, readingOf(folder, encodings));
      return parsed.kind === 'dispatches' ? parsed.dispatches : [];
    };
    const versions = newVersions(readIn(before), readIn(after), dispatch, library);
    if (versions.length === 0) return refused(message('reread.same'));
    keep(settings, { encodings: after });
    desk.encodingsChanged();
    for (const { id } of versions) parts.watch.expect(id);
    const read = versions.filter(({ id }) => library.article({ id })?.status.read).map(({ id }) => id);
    await library.sharing.takeIn(versions);
    // The user has changed what they had read: it is not unread again.
    if (read.length > 0) await library.mark(read, { read: true });
    return { done: true, previous: previous ?? null };
  },
});

async function contentOf(path: string): Promise<{ bytes: Buffer } | Message> {
  // A larger file would keep every window waiting.
  if ((await stat(path)).size > MAX_PARSED_BYTES) return message('reread.too-large');
  return { bytes: await readFile(path) };
}

/**
 * The stories of a file that read differently now, as the next versions of the dispatches they were. Ids may depend on the text, but
 * the order of the stories does not.
 */
function newVersions(
  before: readonly Dispatch[],
  after: readonly Dispatch[],
  shown: Dispatch,
  library: Parts['library'],
): Dispatch[] {
  if (before.length !== after.length) return [];
  return after.flatMap((story, index) => {
    const was = before[index];
    if (!was) return [];
    const id = before.length === 1 || was.id === shown.id ? shown.id : was.id;
    const newest = library.article({ id })?.dispatch;
    if (!newest || textOf(newest) === textOf(story)) return [];
    return [{ ...story, id, version: newest.version + 1 }];
  });
}

const textOf = ({ headline, body }: Dispatch): string => [headline, ...body.map(blockText)].join('\n');
