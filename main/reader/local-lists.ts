import type { LowSync } from 'lowdb';
import { Rule, Saved } from '../../preload/contract/contract.ts';
import type { Items, LocalLists } from '../sharing/shared-lists.ts';
import type { RulesContent } from './rules/rules-file.ts';
import { keep, type SettingsContent } from './settings-file.ts';

/** Saved searches and rules as items that a desk shares: `search:<id>`, `rule:<id>`. The order of each list stays a user's own. */
export function localLists(
  settings: LowSync<SettingsContent>,
  rules: LowSync<RulesContent>,
  changed: { readonly saved: () => void; readonly rules: () => void },
): LocalLists {
  return {
    items: () =>
      Object.fromEntries([
        ...settings.data.saved.map((one) => [`search:${one.id}`, one]),
        ...rules.data.rules.map((one) => [`rule:${one.id}`, one]),
      ]),
    put(items) {
      const saved = withItems(settings.data.saved, items, 'search:', (value) => Saved.safeParse(value).data);
      if (saved !== settings.data.saved) {
        keep(settings, { saved });
        changed.saved();
      }
      const all = withItems(rules.data.rules, items, 'rule:', (value) => Rule.safeParse(value).data);
      if (all !== rules.data.rules) {
        keep(rules, { rules: all });
        changed.rules();
      }
    },
  };
}

/** A list with the items of its kind in their places, new ones at its end; the list itself if that changes nothing. */
function withItems<T extends { readonly id: string }>(
  list: T[],
  items: Items,
  kind: string,
  parse: (value: unknown) => T | undefined,
): T[] {
  const given = new Map(
    Object.entries(items).flatMap(([field, value]) => {
      const id = field.slice(kind.length);
      const one = value === null ? null : parse(value);
      // Another version may have written it; then it stays as it is here.
      return !field.startsWith(kind) || one === undefined || (one && one.id !== id) ? [] : [[id, one] as const];
    }),
  );
  const kept = list.flatMap((one) => {
    const put = given.get(one.id);
    return put === undefined ? [one] : put === null ? [] : [put];
  });
  const known = new Set(list.map(({ id }) => id));
  const added = [...given.values()].flatMap((one) => (one === null || known.has(one.id) ? [] : [one]));
  const after = [...kept, ...added];
  return JSON.stringify(after) === JSON.stringify(list) ? list : after;
}
