import { useLayoutEffect, useRef } from 'react';
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels';
import { useStore } from 'zustand';
import type { Settings } from '../../preload/contract/contract.ts';
import { useNarrow, useSidebarOver } from '../common/use-narrow.ts';
import { useStores, useTexts } from '../state/context.ts';
import { articlePane, listPane, Main, SidebarPanel, widthsOf } from './pane-parts.tsx';
import { SidebarOver } from './SidebarOver.tsx';
import { ListAboveArticle, StackedPanes } from './StackedPanes.tsx';

/** The panes: side by side, the list above the article, the article alone, or one at a time in a narrow window. */
export function Panes() {
  const { settings, shell } = useStores();
  const isStack = useStore(settings, (state) => state.settings.layout === 'stack');
  const articleOnly = useStore(shell, (state) => state.articleOnly);
  const front = useStore(shell, (state) => state.front);
  const narrow = useNarrow();
  const sidebarOver = useSidebarOver();
  if (narrow) return <SidebarOver narrow>{front === 'list' ? listPane(true) : articlePane(true)}</SidebarOver>;
  // As in a narrow window, its button leads back to the list.
  if (articleOnly) return <Main>{articlePane(true)}</Main>;
  if (sidebarOver) return <SidebarOver>{isStack ? <ListAboveArticle sidebarOver /> : <TwoPanes />}</SidebarOver>;
  return isStack ? <StackedPanes /> : <WidePanes />;
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
        <ListBesideArticle />
      </Group>
    </Main>
  );
}

/** The panels of list and article; `sidebarOver`: the header of the list opens the sidebar over them. */
function ListBesideArticle({ sidebarOver = false }: { readonly sidebarOver?: boolean }) {
  const t = useTexts();
  return (
    <>
      <Panel id="list" minSize={280}>
        {listPane(sidebarOver)}
      </Panel>
      <Separator className="separator" aria-label={t('pane.resizeList')} />
      <Panel id="article" minSize={340}>
        {articlePane(false)}
      </Panel>
    </>
  );
}

/** List and article share the width in the ratio that they have beside the sidebar. */
function TwoPanes() {
  const { settings } = useStores();
  const { sidebar, list, article } = widthsOf(settings.getState().settings);
  const share = (100 * list) / Math.max(1, list + article);
  return (
    <Group
      orientation="horizontal"
      defaultLayout={{ list: share, article: 100 - share }}
      onLayoutChanged={(now, { isUserInteraction }) => {
        const rest = (100 - sidebar) / 100;
        const panes = [sidebar, (now.list ?? 0) * rest, (now.article ?? 0) * rest];
        if (isUserInteraction) void settings.getState().change({ panes });
      }}
    >
      <ListBesideArticle sidebarOver />
    </Group>
  );
}
