import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Message } from '../i18n/translate.ts';

export interface Toast extends Message {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly action?: { readonly label: Message; readonly run: () => void };
  /** What its action takes back. */
  readonly undoes?: string;
}

export interface Toasts {
  readonly toasts: readonly Toast[];
  /** Shows a message, which goes after a while unless it `stays`, and returns its id; the same message again replaces the one that still stands. */
  show(toast: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone']; readonly stays?: boolean }): number;
  dismiss(id: number): void;
}

/** How long a message stands, in milliseconds. One with an action waits longer. */
const STANDS = 5_000;
const STANDS_WITH_ACTION = 10_000;
const MOST = 3;

export function createToasts(): StoreApi<Toasts> {
  let last = 0;
  return createStore<Toasts>((set, get) => ({
    toasts: [],
    show({ stays, ...toast }) {
      last += 1;
      const shown = { tone: 'info' as const, ...toast, id: last };
      const others = get().toasts.filter((other) => other.key !== toast.key);
      set({ toasts: [...others, shown].slice(-MOST) });
      if (!stays) setTimeout(() => get().dismiss(shown.id), toast.action ? STANDS_WITH_ACTION : STANDS);
      return shown.id;
    },
    dismiss: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
  }));
}
