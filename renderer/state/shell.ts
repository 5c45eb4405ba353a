import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Article, ExportOfInput, Saved } from '../../preload/contract/contract.ts';
import type { Connection } from '../loopback.ts';
import type { GroupedList } from './own-lists.ts';

/** With the source line, the bare text, or Markdown. */
export type CopyAs = 'source' | 'plain' | 'markdown';

type Dialog =
  | {
      readonly name:
        | 'agenda'
        | 'help'
        | 'welcome'
        | 'palette'
        | 'go-to'
        | 'problems'
        | 'health'
        | 'about'
        | 'save-search'
        | 'alarms'
        | 'rules'
        | 'make-rule';
    }
  /** Narrowed to the section with this title. */
  | { readonly name: 'settings'; readonly section?: 'sharing.title' }
  /** For one more wire folder, or for another one instead of the first. */
  | { readonly name: 'folder-path'; readonly adds: boolean }
  | { readonly name: 'later'; readonly ids: readonly string[] }
  | { readonly name: 'copy-killed'; readonly as: CopyAs; readonly articles: readonly Article[] }
  | { readonly name: 'export'; readonly of: ExportOfInput }
  | { readonly name: 'rename-list'; readonly list: GroupedList; readonly value: string }
  | { readonly name: 'merge-tag'; readonly tag: string }
  | { readonly name: 'rename-search'; readonly saved: Saved }
  /** Asks for a tag for these dispatches. */
  | { readonly name: 'archive'; readonly search: string }
  | { readonly name: 'tag'; readonly ids: readonly string[] };

/** The window itself: the open dialog, which panes are shown, the connection to the host. */
export interface Shell {
  readonly dialog?: Dialog | undefined;
  /** In a window without room for it: the sidebar covers the other panes. */
  readonly sidebarOpen: boolean;
  /** In a wide window: the sidebar is hidden. */
  readonly sidebarHidden: boolean;
  /** In a narrow window: the pane that is shown. */
  readonly front: 'list' | 'article';
  /** The only pane of a window of its own; absent: the window has all of them. */
  readonly only?: 'list' | 'article' | undefined;
  /** In a wide window: the article has all of it. */
  readonly articleOnly: boolean;
  /** The field that a command has asked to edit and that has not taken the focus yet. */
  readonly editing?: 'tags' | 'note' | undefined;
  readonly noticesDismissed: boolean;
  /** The system drags a file for this window: it is not dropped into it again. */
  readonly isDraggingOut: boolean;
  /** While it is not open, new dispatches do not reach the window. */
  readonly connection: Connection;
  open(dialog: Dialog): void;
  close(): void;
  /** Shows a pane in a narrow window. The list also comes back where the article was alone. */
  show(front: 'list' | 'article'): void;
  showArticleOnly(articleOnly: boolean): void;
  /** Opens or closes the sidebar over the other panes; without `open`, whichever it is not. */
  toggleSidebar(open?: boolean): void;
  hideSidebar(hidden: boolean): void;
  edit(what: 'tags' | 'note' | undefined): void;
  dismissNotices(dismissed: boolean): void;
  dragOut(isDraggingOut: boolean): void;
  connect(connection: Connection): void;
}

export const createShell = (): StoreApi<Shell> =>
  createStore<Shell>((set, get) => ({
    sidebarOpen: false,
    sidebarHidden: false,
    front: 'list',
    articleOnly: false,
    noticesDismissed: false,
    isDraggingOut: false,
    connection: 'open',
    open: (dialog) => set({ dialog }),
    close: () => set({ dialog: undefined }),
    show: (front) => set(front === 'list' ? { front, articleOnly: false } : { front }),
    showArticleOnly: (articleOnly) => set({ articleOnly }),
    toggleSidebar: (open) => set({ sidebarOpen: open ?? !get().sidebarOpen }),
    hideSidebar: (sidebarHidden) => set({ sidebarHidden }),
    edit: (editing) => set({ editing }),
    dismissNotices: (noticesDismissed) => set({ noticesDismissed }),
    dragOut: (isDraggingOut) => set({ isDraggingOut }),
    connect: (connection) => set({ connection }),
  }));
