import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProblemRow, Progress, Saved, Sidebar } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import { singleFlight } from './single-flight.ts';
import type { Toasts } from './toasts.ts';
import type { Revert, Undo } from './undo.ts';

export interface SidebarState {
  readonly sidebar?: Sidebar;
  readonly progress: Progress;
  readonly problems: readonly ProblemRow[];
  /** Loads lists and counts again. */
  refresh(): Promise<void>;
  loadProblems(): Promise<void>;
  /** Reads a file with a problem again; `path` is relative to the wire folder. */
  retry(path: string): Promise<void>;
  /** Saves a search; with an id, changes the saved search of that id. */
  save(saved: Omit<Saved, 'id'> & { readonly id?: string }): Promise<Saved | undefined>;
  /** Deletes a saved search; undo brings it back to its place. */
  remove(saved: Saved): Promise<void>;
  /** Moves a saved search up (-1) or down (1). */
  reorder(id: string, step: 1 | -1): Promise<void>;
}

/** The ids with one of them moved by a step; unchanged when it is at that end already. */
export function moved(ids: readonly string[], id: string, step: 1 | -1): string[] {
  const from = ids.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

const savedIds = ({ sidebar }: SidebarState): string[] => sidebar?.saved.map(({ id }) => id) ?? [];

/** The store of the sidebar: lists with counts, problems, import progress, saved searches. */
export function createSidebar(ask: Ask, toasts: StoreApi<Toasts>, undo: StoreApi<Undo>): StoreApi<SidebarState> {
  return createStore<SidebarState>((set, get) => ({
    progress: { state: 'idle', done: 0, total: 0, rate: 0 },
    problems: [],
    refresh: singleFlight(async () => {
      const sidebar = await ask('sidebar.get', {});
      if (sidebar) set({ sidebar });
    }),
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
      const result = await ask('saved.put', saved);
      await get().refresh();
      return result;
    },
    async remove(saved) {
      const order = savedIds(get());
      if (!(await ask('saved.delete', { id: saved.id }))) return;
      await get().refresh();
      const restore: Revert = async () => {
        if (!(await get().save(saved))) return 'failed';
        if (await ask('saved.order', { ids: order })) await get().refresh();
        return { back: removeAgain };
      };
      const removeAgain: Revert = async () => {
        if (!(await ask('saved.delete', { id: saved.id }))) return 'failed';
        await get().refresh();
        return { back: restore };
      };
      const id = `saved ${saved.id}`;
      undo.getState().remember({
        id,
        done: { key: 'saved.deleted', values: { name: saved.name } },
        revert: restore,
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
      const ids = moved(savedIds(get()), id, step);
      // Before the host answers, so that the next step starts from here.
      if (sidebar) {
        const saved = ids.flatMap((one) => sidebar.saved.find((other) => other.id === one) ?? []);
        set({ sidebar: { ...sidebar, saved } });
      }
      if (await ask('saved.order', { ids })) await get().refresh();
    },
  }));
}
