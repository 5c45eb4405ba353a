import { randomUUID } from 'node:crypto';
import type { LowSync } from 'lowdb';
import type { ReaderHandlers } from '../../../preload/contract/contract.ts';
import { type Library, understand } from '../../library/library.ts';
import { keep } from '../settings-file.ts';
import type { WritableFolders } from '../writable-folders.ts';
import { changeOf } from './deeds.ts';
import type { RulesContent } from './rules-file.ts';

type RuleHandlers = Pick<
  ReaderHandlers,
  'rules.get' | 'rules.put' | 'rules.delete' | 'rules.order' | 'rules.folder' | 'rules.preview' | 'rules.apply'
>;

/** The calls about rules; `changed` is called when they have changed. */
export function ruleHandlers(
  rules: LowSync<RulesContent>,
  library: Library,
  folders: WritableFolders,
  changed: () => void,
): RuleHandlers {
  const write = (now: RulesContent['rules']) => {
    keep(rules, { rules: now });
    changed();
  };
  return {
    'rules.get': () => ({ rules: rules.data.rules }),
    'rules.put': ({ id = randomUUID(), ...rest }) => {
      const understood = understand(rest.search, new Date());
      if ('error' in understood) throw new Error(`The search cannot be understood (${understood.error.reason}).`);
      const { folder } = rest.actions.handOver ?? {};
      if (folder !== undefined) folders.check(folder);
      const put = { ...rest, id };
      const { rules: now } = rules.data;
      write(now.some((one) => one.id === id) ? now.map((one) => (one.id === id ? put : one)) : [...now, put]);
      return put;
    },
    'rules.delete': ({ id }) => {
      write(rules.data.rules.filter((one) => one.id !== id));
      return {};
    },
    'rules.order': ({ ids }) => {
      const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
      write([...rules.data.rules].sort((a, b) => place(a.id) - place(b.id)));
      return {};
    },
    'rules.folder': () => folders.choose(),
    'rules.preview': ({ search }) => library.watching.preview(search, new Date()),
    'rules.apply': ({ id }) => {
      const rule = rules.data.rules.find((one) => one.id === id);
      if (!rule) return { changed: 0 };
      return library.markFound(rule.search, changeOf(rule, new Date()));
    },
  };
}
