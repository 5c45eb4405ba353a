import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallIn, Rule } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import { moved } from './sidebar.ts';
import type { Toasts } from './toasts.ts';
import type { Revert, Undo } from './undo.ts';

/** The rules, in the order in which they test a dispatch. */
export interface RulesState {
  readonly rules: readonly Rule[];
  load(): Promise<void>;
  /** Adds a rule; with an id, changes the rule of that id. */
  save(rule: CallIn<'rules.put'>): Promise<Rule | undefined>;
  /** Deletes a rule; undo brings it back to its place. */
  remove(rule: Rule): Promise<void>;
  /** Moves a rule up (-1) or down (1). */
  move(id: string, step: 1 | -1): Promise<void>;
  /** Applies a rule to the library, which can be undone. */
  apply(rule: Rule): Promise<void>;
}

export function createRules(ask: Ask, toasts: StoreApi<Toasts>, undo: StoreApi<Undo>): StoreApi<RulesState> {
  const say = (id: string, key: 'rules.deleted' | 'rules.applied', values: Record<string, string | number>) =>
    toasts.getState().show({
      key,
      values,
      undoes: id,
      action: { label: { key: 'toast.undo' }, run: () => void undo.getState().undo(id) },
    });
  let applied = 0;
  return createStore<RulesState>((set, get) => ({
    rules: [],
    async load() {
      const answer = await ask('rules.get', {});
      if (answer) set({ rules: answer.rules });
    },
    async save(rule) {
      // Shown at once: a switch that waits for the host looks as if it had not been hit.
      const { id } = rule;
      if (id !== undefined) set({ rules: get().rules.map((one) => (one.id === id ? { ...rule, id } : one)) });
      const saved = await ask('rules.put', rule);
      await get().load();
      return saved;
    },
    async remove(rule) {
      const ids = get().rules.map(({ id }) => id);
      const removeNow: Revert = async () => {
        if (!(await ask('rules.delete', { id: rule.id }))) return 'failed';
        await get().load();
        return { back: restore };
      };
      const restore: Revert = async () => {
        if (!(await get().save(rule))) return 'failed';
        if (await ask('rules.order', { ids })) await get().load();
        return { back: removeNow };
      };
      if ((await removeNow()) === 'failed') return;
      const id = `rule ${rule.id}`;
      const values = { name: rule.name };
      undo.getState().remember({ id, done: { key: 'rules.deleted', values }, revert: restore });
      say(id, 'rules.deleted', values);
    },
    async move(id, step) {
      const ids = moved(
        get().rules.map((rule) => rule.id),
        id,
        step,
      );
      if (await ask('rules.order', { ids })) await get().load();
    },
    async apply(rule) {
      const result = await ask('rules.apply', { id: rule.id });
      if (!result) return;
      const values = { count: result.changed, name: rule.name };
      const { undo: handle } = result;
      if (handle === undefined) {
        toasts.getState().show({ key: 'rules.applied', values });
        return;
      }
      const revertBy =
        (given: string): Revert =>
        async () => {
          const answer = await ask('status.undo', { undo: given });
          if (!answer) return 'failed';
          return { back: answer.undo === undefined ? undefined : revertBy(answer.undo) };
        };
      applied += 1;
      const id = `rule applied ${applied}`;
      undo.getState().remember({ id, done: { key: 'rules.applied', values }, revert: revertBy(handle) });
      say(id, 'rules.applied', values);
    },
  }));
}
