import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Message } from '../i18n/translate.ts';

export interface Toast extends Message {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly action?: { readonly label: Message; readonly run: () => void };
}

export interface Toasts {
  readonly toasts: readonly Toast[];
  /** Shows a message; the same message again replaces the one that still stands. */
  show(toast: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] }): void;
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
    show(toast) {
      last += 1;
      const shown = { tone: 'info' as const, ...toast, id: last };
      const others = get().toasts.filter((other) => other.key !== toast.key);
      set({ toasts: [...others, shown].slice(-MOST) });
      setTimeout(() => get().dismiss(shown.id), toast.action ? STANDS_WITH_ACTION : STANDS);
    },
    dismiss: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
  }));
}
