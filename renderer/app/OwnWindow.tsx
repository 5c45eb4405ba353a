import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../preload/contract/view.ts';
import { ArticlePane } from '../article/ArticlePane.tsx';
import { focusPane } from '../commands/focus.ts';
import { ListPane } from '../list/ListPane.tsx';
import { useStores } from '../state/context.ts';
import { Disconnected } from './Disconnected.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { PaneBoundary } from './PaneBoundary.tsx';
import { Toasts } from './Toasts.tsx';
import { useDocument } from './use-document.ts';
import { useRestoredFocus } from './use-restored-focus.ts';

/** A window of its own: one dispatch, or a saved search as a ticker. */
export function OwnWindow({ view }: { readonly view: View }) {
  const { article, sidebar } = useStores();
  const headline = useStore(article, (state) => state.article?.dispatch.headline);
  const search = useStore(sidebar, (state) =>
    state.sidebar?.saved.find(({ id }) => 'search' in view && id === view.search),
  );
  const title = view.view === 'article' ? headline : search?.name;
  useDocument(title);
  useLayoutEffect(() => void focusPane(view.view === 'article' ? 'article' : 'list'), [view]);
  useRestoredFocus();
  return (
    <div className="window">
      <Disconnected />
      <main className="panes panes-own">
        <PaneBoundary>
          {view.view === 'article' ? <ArticlePane narrow={false} /> : <ListPane sidebarOver={false} />}
        </PaneBoundary>
      </main>
      <Dialogs />
      <Toasts within="window" />
    </div>
  );
}
