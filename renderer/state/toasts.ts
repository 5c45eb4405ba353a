import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Message as HostMessage } from '../../preload/contract/messages.ts';
import type { Message } from '../i18n/translate.ts';

/** A text of the window or a message of the host. */
type Content = Message | { readonly said: HostMessage };

/** A short message. */
type Toast = Content & {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly action?: { readonly label: Message; readonly run: () => void };
  /** What it is about: the text names it as {{what}}. */
  readonly about?: Message;
  /** Id of the action whose undoing or redoing makes it untrue. */
  readonly undoes?: string;
};

type NewToast = Content & Partial<Omit<Toast, 'id' | keyof Content>> & { readonly stays?: boolean };

const codeOf = (content: Content): string => ('said' in content ? content.said.code : content.key);

/** The short messages at the bottom of the window. */
export interface Toasts {
  readonly toasts: readonly Toast[];
  /** Shows a message and returns its id. It disappears after a while unless it `stays`; a message of the same key is replaced. */
  show(toast: NewToast): number;
  dismiss(id: number): void;
}

/** How long a message is shown; longer with a button. */
const SHOWN_MS = 5_000;
const SHOWN_WITH_ACTION_MS = 10_000;
const MAX_TOASTS = 3;

export function createToasts(): StoreApi<Toasts> {
  let last = 0;
  return createStore<Toasts>((set, get) => ({
    toasts: [],
    show({ stays, ...toast }) {
      last += 1;
      const shown = { tone: 'info' as const, ...toast, id: last };
      const others = get().toasts.filter((other) => codeOf(other) !== codeOf(toast));
      set({ toasts: [...others, shown].slice(-MAX_TOASTS) });
      if (!stays) setTimeout(() => get().dismiss(shown.id), toast.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
      return shown.id;
    },
    dismiss: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
  }));
}
