import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProblemRow, Progress, Saved, Sidebar } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import type { Toasts } from './toasts.ts';
import type { Undo } from './undo.ts';

export interface SidebarState {
  readonly sidebar?: Sidebar;
  readonly progress: Progress;
  readonly problems: readonly ProblemRow[];
  refresh(): Promise<void>;
  loadProblems(): Promise<void>;
  retry(path: string): Promise<void>;
  /** Keeps a search under a name; with an id, the one that has it. */
  save(saved: Omit<Saved, 'id'> & { readonly id?: string }): Promise<Saved | undefined>;
  remove(saved: Saved): Promise<void>;
  /** Moves a saved search up or down among the others. */
  reorder(id: string, step: 1 | -1): Promise<void>;
}

/** The ids with one of them moved by a step; the same when it stands at that end already. */
export function moved(ids: readonly string[], id: string, step: 1 | -1): string[] {
  const from = ids.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

const idsOf = ({ sidebar }: SidebarState): string[] => sidebar?.saved.map(({ id }) => id) ?? [];

export function createSidebar(ask: Ask, toasts: StoreApi<Toasts>, undo: StoreApi<Undo>): StoreApi<SidebarState> {
  let running = false;
  let again = false;
  return createStore<SidebarState>((set, get) => ({
    progress: { state: 'idle', done: 0, total: 0, rate: 0 },
    problems: [],
    // While an import runs changes come faster than counts: one request at a time, and one more after the last change.
    async refresh() {
      again = running;
      if (running) return;
      running = true;
      const sidebar = await ask('sidebar.get', {});
      running = false;
      if (sidebar) set({ sidebar });
      if (again) await get().refresh();
    },
    async loadProblems() {
      const answer = await ask('problems.list', {});
      if (answer) set({ problems: answer.problems });
    },
    async retry(path) {
      if (!(await ask('problems.retry', { path }))) return;
      toasts.getState().show({ key: 'problems.retried' });
      await get().loadProblems();
    },
    async save(saved) {
      const kept = await ask('saved.put', saved);
      await get().refresh();
      return kept;
    },
    async remove(saved) {
      const order = idsOf(get());
      if (!(await ask('saved.delete', { id: saved.id }))) return;
      await get().refresh();
      const id = `saved ${saved.id}`;
      undo.getState().remember({
        id,
        async takeBack() {
          if (!(await get().save(saved))) return 'failed';
          if (await ask('saved.order', { ids: order })) await get().refresh();
          return 'done';
        },
      });
      toasts.getState().show({
        key: 'saved.deleted',
        values: { name: saved.name },
        undoes: id,
        action: { label: { key: 'toast.undo' }, run: () => void undo.getState().undo(id) },
      });
    },
    async reorder(id, step) {
      const { sidebar } = get();
      const ids = moved(idsOf(get()), id, step);
      // At once, so that the next step starts from there.
      if (sidebar) {
        const saved = ids.flatMap((one) => sidebar.saved.find((other) => other.id === one) ?? []);
        set({ sidebar: { ...sidebar, saved } });
      }
      if (await ask('saved.order', { ids })) await get().refresh();
    },
  }));
}
