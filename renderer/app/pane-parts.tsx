import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';
import { Panel, type PanelImperativeHandle } from 'react-resizable-panels';
import { useStore } from 'zustand';
import type { Settings } from '../../preload/contract/contract.ts';
import { ArticlePane } from '../article/ArticlePane.tsx';
import { paneOf } from '../commands/focus.ts';
import { ListPane } from '../list/ListPane.tsx';
import { SidebarPane } from '../sidebar/SidebarPane.tsx';
import { useStores, useTexts } from '../state/context.ts';
import type { Stores } from '../state/stores.ts';
import { PaneBoundary } from './PaneBoundary.tsx';

export const sidebarPane = (
  <PaneBoundary>
    <SidebarPane />
  </PaneBoundary>
);
export const listPane = (sidebarOver: boolean) => (
  <PaneBoundary>
    <ListPane sidebarOver={sidebarOver} />
  </PaneBoundary>
);
export const articlePane = (narrow: boolean) => (
  <PaneBoundary>
    <ArticlePane narrow={narrow} />
  </PaneBoundary>
);

/** The widths of the three panes, in percent of the window. */
export const widthsOf = ({ panes: [sidebar = 18, list = 32, article = 50] }: Settings) => ({ sidebar, list, article });

/** Notes which pane is in use: a window that becomes narrow shows it. */
export const notesPane =
  (shell: Stores['shell']) =>
  ({ target }: FocusEvent): void => {
    const pane = paneOf(target);
    if (pane === 'list' || pane === 'article') shell.getState().show(pane);
  };

/** Everything between the edges of a wide window. */
export function Main({ children }: { readonly children: ReactNode }) {
  const { shell } = useStores();
  const t = useTexts();
  // Should the window become narrow: it shows the pane in use, without the sidebar over it.
  useEffect(() => shell.getState().toggleSidebar(false), [shell]);
  return (
    <main className="panes" onFocus={notesPane(shell)}>
      <h1 className="visually-hidden">{t('app.name')}</h1>
      {children}
    </main>
  );
}

/** The sidebar of a wide window, which can be hidden by key and dragged shut. */
export function SidebarPanel() {
  const { settings, shell } = useStores();
  const hidden = useStore(shell, (state) => state.sidebarHidden);
  const panel = useRef<PanelImperativeHandle>(null);
  useEffect(() => {
    if (hidden) panel.current?.collapse();
    else if (panel.current?.isCollapsed()) panel.current.resize(`${widthsOf(settings.getState().settings).sidebar}%`);
  }, [hidden, settings]);
  return (
    <Panel
      id="sidebar"
      panelRef={panel}
      collapsible
      collapsedSize={0}
      minSize={170}
      maxSize={360}
      // On paper the sidebar has no room; that does not hide it in the window.
      onResize={({ inPixels }) => matchMedia('print').matches || shell.getState().hideSidebar(inPixels === 0)}
    >
      {!hidden && sidebarPane}
    </Panel>
  );
}
