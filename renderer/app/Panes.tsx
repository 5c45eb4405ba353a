import { type FocusEvent, useEffect, useLayoutEffect, useRef } from 'react';
import {
  Group,
  type GroupImperativeHandle,
  Panel,
  type PanelImperativeHandle,
  Separator,
} from 'react-resizable-panels';
import { useStore } from 'zustand';
import type { Settings } from '../../preload/contract/contract.ts';
import { ArticlePane } from '../article/ArticlePane.tsx';
import { paneOf } from '../commands/focus.ts';
import { useNarrow } from '../common/use-narrow.ts';
import { ListPane } from '../list/ListPane.tsx';
import { SidebarPane } from '../sidebar/SidebarPane.tsx';
import { useStores, useTexts } from '../state/context.ts';
import { PaneBoundary } from './PaneBoundary.tsx';

const sidebar = (
  <PaneBoundary>
    <SidebarPane />
  </PaneBoundary>
);
const list = (narrow: boolean) => (
  <PaneBoundary>
    <ListPane narrow={narrow} />
  </PaneBoundary>
);
const article = (narrow: boolean) => (
  <PaneBoundary>
    <ArticlePane narrow={narrow} />
  </PaneBoundary>
);

/** The three panes: side by side, or one at a time in a narrow window. */
export function Panes() {
  return useNarrow() ? <NarrowPanes /> : <WidePanes />;
}

const widthsOf = ({ panes: [sidebar = 18, list = 32, article = 50] }: Settings) => ({ sidebar, list, article });

function layoutOf(settings: Settings, hidden: boolean) {
  const { sidebar, list, article } = widthsOf(settings);
  return hidden ? { sidebar: 0, list: list + sidebar, article } : { sidebar, list, article };
}

function WidePanes() {
  const { settings, shell } = useStores();
  const t = useTexts();
  const hidden = useStore(shell, (state) => state.sidebarHidden);
  const panel = useRef<PanelImperativeHandle>(null);
  useEffect(() => {
    if (hidden) panel.current?.collapse();
    else if (panel.current?.isCollapsed()) panel.current.resize(`${widthsOf(settings.getState().settings).sidebar}%`);
  }, [hidden, settings]);
  // The widths are set once, when the settings arrive; from then on the group keeps its own. Setting them instead of mounting
  // the group again leaves scroll position, typed text and focus in the panes alone.
  const known = useStore(settings, (state) => state.known);
  const group = useRef<GroupImperativeHandle>(null);
  useLayoutEffect(() => {
    if (known) group.current?.setLayout(layoutOf(settings.getState().settings, shell.getState().sidebarHidden));
  }, [known, settings, shell]);
  // Should the window become narrow: it shows the pane in use, without the sidebar over it.
  useEffect(() => shell.getState().toggleSidebar(false), [shell]);
  const use = ({ target }: FocusEvent) => {
    const pane = paneOf(target);
    if (pane === 'list' || pane === 'article') shell.getState().show(pane);
  };
  return (
    <main className="panes" onFocus={use}>
      <h1 className="visually-hidden">{t('app.name')}</h1>
      <Group
        groupRef={group}
        orientation="horizontal"
        defaultLayout={layoutOf(settings.getState().settings, hidden)}
        onLayoutChanged={(now, { isUserInteraction }) => {
          const panes = ['sidebar', 'list', 'article'].map((pane) => now[pane] ?? 0);
          // Dragged shut: the width before is the one to restore.
          if (isUserInteraction && panes[0] !== 0) void settings.getState().change({ panes });
        }}
      >
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
          {!hidden && sidebar}
        </Panel>
        <Separator className="separator" aria-label={t('pane.resizeSidebar')} />
        <Panel id="list" minSize={280}>
          {list(false)}
        </Panel>
        <Separator className="separator" aria-label={t('pane.resizeList')} />
        <Panel id="article" minSize={340}>
          {article(false)}
        </Panel>
      </Group>
    </main>
  );
}

function NarrowPanes() {
  const { shell } = useStores();
  const t = useTexts();
  const { front, sidebarOpen, toggleSidebar } = useStore(shell);
  return (
    <main className="panes panes-narrow">
      <h1 className="visually-hidden">{t('app.name')}</h1>
      {sidebarOpen && (
        <div className="sidebar-over">
          {sidebar}
          <button
            type="button"
            className="sidebar-behind"
            aria-label={t('pane.hideSidebar')}
            onClick={() => toggleSidebar(false)}
          />
        </div>
      )}
      {/* Behind the open sidebar nothing can be clicked or focused. */}
      <div className="pane-behind" inert={sidebarOpen}>
        {front === 'list' ? list(true) : article(true)}
      </div>
    </main>
  );
}
