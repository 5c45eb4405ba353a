import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Saved } from '../../preload/contract/contract.ts';
import type { Connection } from '../loopback.ts';

export type Dialog =
  | { readonly name: 'settings' | 'help' | 'palette' | 'problems' | 'about' | 'folder-path' | 'save-search' }
  | { readonly name: 'rename-search'; readonly saved: Saved };

/** What stands where in the window: the open dialog, and what a narrow window shows. */
export interface Shell {
  readonly dialog?: Dialog | undefined;
  /** In a narrow window: the sidebar lies over the rest. */
  readonly sidebarOpen: boolean;
  /** In a wide window: the sidebar has no place. */
  readonly sidebarHidden: boolean;
  /** In a narrow window: which of the two has the place. */
  readonly front: 'list' | 'article';
  readonly editing?: 'tags' | 'note' | undefined;
  readonly noticesDismissed: boolean;
  /** While it is not open what arrives is not seen. */
  readonly connection: Connection;
  open(dialog: Dialog): void;
  close(): void;
  show(front: 'list' | 'article'): void;
  toggleSidebar(open?: boolean): void;
  hideSidebar(hidden: boolean): void;
  edit(what: 'tags' | 'note' | undefined): void;
  dismissNotices(dismissed: boolean): void;
  connect(connection: Connection): void;
}

export const createShell = (): StoreApi<Shell> =>
  createStore<Shell>((set, get) => ({
    sidebarOpen: false,
    sidebarHidden: false,
    front: 'list',
    noticesDismissed: false,
    connection: 'open',
    open: (dialog) => set({ dialog }),
    close: () => set({ dialog: undefined }),
    show: (front) => set({ front }),
    toggleSidebar: (open) => set({ sidebarOpen: open ?? !get().sidebarOpen }),
    hideSidebar: (sidebarHidden) => set({ sidebarHidden }),
    edit: (editing) => set({ editing }),
    dismissNotices: (noticesDismissed) => set({ noticesDismissed }),
    connect: (connection) => set({ connection }),
  }));
