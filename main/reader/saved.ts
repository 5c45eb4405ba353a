import { randomUUID } from 'node:crypto';
import type { LowSync } from 'lowdb';
import type { ReaderHandlers } from '../../preload/contract/contract.ts';
import { understand } from '../library/library.ts';
import { keep, type SettingsContent } from './settings-file.ts';
import type { WritableFolders } from './writable-folders.ts';

type SavedHandlers = Pick<ReaderHandlers, 'saved.put' | 'saved.delete' | 'saved.order'>;

/** Saved searches: they live in the settings file, in the order the sidebar shows them. */
export function savedHandlers(
  settings: LowSync<SettingsContent>,
  folders: WritableFolders,
  changed: () => void,
): SavedHandlers {
  const write = (saved: SettingsContent['saved']) => {
    keep(settings, { saved });
    changed();
  };
  return {
    'saved.put': ({ id = randomUUID(), name, search, digest: given }) => {
      const understood = understand(search, new Date());
      if ('error' in understood) throw new Error(`The search cannot be understood (${understood.error.reason}).`);
      const { saved } = settings.data;
      if (given?.folder !== undefined) folders.check(given.folder);
      const digest = given === undefined ? saved.find((one) => one.id === id)?.digest : given;
      const put = { id, name, search, ...(digest && { digest }) };
      write(saved.some((one) => one.id === id) ? saved.map((one) => (one.id === id ? put : one)) : [...saved, put]);
      return put;
    },
    'saved.delete': ({ id }) => {
      write(settings.data.saved.filter((one) => one.id !== id));
      return {};
    },
    'saved.order': ({ ids }) => {
      const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
      write([...settings.data.saved].sort((a, b) => place(a.id) - place(b.id)));
      return {};
    },
  };
}
