import { useLayoutEffect, useRef } from 'react';
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels';
import { useStore } from 'zustand';
import type { Settings } from '../../preload/contract/contract.ts';
import { useNarrow } from '../common/use-narrow.ts';
import { useStores, useTexts } from '../state/context.ts';
import { articlePane, listPane, Main, SidebarPanel, sidebarPane, widthsOf } from './pane-parts.tsx';
import { StackedPanes } from './StackedPanes.tsx';

/** The panes: side by side, the list above the article, the article alone, or one at a time in a narrow window. */
export function Panes() {
  const { settings, shell } = useStores();
  const layout = useStore(settings, (state) => state.settings.layout);
  const articleOnly = useStore(shell, (state) => state.articleOnly);
  const narrow = useNarrow();
  if (narrow) return <NarrowPanes />;
  // As in a narrow window, its button leads back to the list.
  if (articleOnly) return <Main>{articlePane(true)}</Main>;
  return layout === 'stack' ? <StackedPanes /> : <WidePanes />;
}

function layoutOf(settings: Settings, hidden: boolean) {
  const { sidebar, list, article } = widthsOf(settings);
  return hidden ? { sidebar: 0, list: list + sidebar, article } : { sidebar, list, article };
}

function WidePanes() {
  const { settings, shell } = useStores();
  const t = useTexts();
  // The widths are set once, when the settings arrive; from then on the group keeps its own. Setting them instead of mounting
  // the group again leaves scroll position, typed text and focus in the panes alone.
  const known = useStore(settings, (state) => state.known);
  const group = useRef<GroupImperativeHandle>(null);
  useLayoutEffect(() => {
    if (known) group.current?.setLayout(layoutOf(settings.getState().settings, shell.getState().sidebarHidden));
  }, [known, settings, shell]);
  return (
    <Main>
      <Group
        groupRef={group}
        orientation="horizontal"
        defaultLayout={layoutOf(settings.getState().settings, shell.getState().sidebarHidden)}
        onLayoutChanged={(now, { isUserInteraction }) => {
          const panes = ['sidebar', 'list', 'article'].map((pane) => now[pane] ?? 0);
          // Dragged shut: the width before is the one to restore.
          if (isUserInteraction && panes[0] !== 0) void settings.getState().change({ panes });
        }}
      >
        <SidebarPanel />
        <Separator className="separator" aria-label={t('pane.resizeSidebar')} />
        <Panel id="list" minSize={280}>
          {listPane(false)}
        </Panel>
        <Separator className="separator" aria-label={t('pane.resizeList')} />
        <Panel id="article" minSize={340}>
          {articlePane(false)}
        </Panel>
      </Group>
    </Main>
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
          {sidebarPane}
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
        {front === 'list' ? listPane(true) : articlePane(true)}
      </div>
    </main>
  );
}
