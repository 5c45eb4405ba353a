import { Group, Panel, Separator } from 'react-resizable-panels';
import { useStores, useTexts } from '../state/context.ts';
import { articlePane, listPane, Main, SidebarPanel, widthsOf } from './pane-parts.tsx';

/** The list above the article, the sidebar beside them. */
export function StackedPanes() {
  const { settings, shell } = useStores();
  const t = useTexts();
  const sidebar = shell.getState().sidebarHidden ? 0 : widthsOf(settings.getState().settings).sidebar;
  return (
    <Main>
      <Group
        orientation="horizontal"
        defaultLayout={{ sidebar, main: 100 - sidebar }}
        onLayoutChanged={({ sidebar = 0 }, { isUserInteraction }) => {
          const { panes } = settings.getState().settings;
          const [, list = 32] = panes;
          if (isUserInteraction && sidebar !== 0)
            void settings.getState().change({ panes: [sidebar, list, Math.max(0, 100 - sidebar - list)] });
        }}
      >
        <SidebarPanel />
        <Separator className="separator" aria-label={t('pane.resizeSidebar')} />
        <Panel id="main" minSize={400}>
          <ListAboveArticle />
        </Panel>
      </Group>
    </Main>
  );
}

/** The list above the article; `sidebarOver`: its header opens the sidebar over them. */
export function ListAboveArticle({ sidebarOver = false }: { readonly sidebarOver?: boolean }) {
  const { settings } = useStores();
  const t = useTexts();
  const list = settings.getState().settings.listHeight ?? 40;
  return (
    <Group
      orientation="vertical"
      defaultLayout={{ list, article: 100 - list }}
      onLayoutChanged={({ list: listHeight }, { isUserInteraction }) => {
        if (isUserInteraction && listHeight !== undefined) void settings.getState().change({ listHeight });
      }}
    >
      <Panel id="list" minSize={150}>
        {listPane(sidebarOver)}
      </Panel>
      <Separator className="separator separator-across" aria-label={t('pane.resizeListHeight')} />
      <Panel id="article" minSize={150}>
        {articlePane(false)}
      </Panel>
    </Group>
  );
}
