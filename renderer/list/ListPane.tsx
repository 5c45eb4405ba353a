import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { focusPane, keepFocus } from '../commands/focus.ts';
import { useListTitle } from '../parts/use-list-title.ts';
import { useStores, useTexts } from '../state/context.ts';
import { ArchiveBar } from './ArchiveBar.tsx';
import { ChoiceBar } from './ChoiceBar.tsx';
import { EmptyList } from './EmptyList.tsx';
import { ListHeader } from './ListHeader.tsx';
import { RowMenu } from './RowMenu.tsx';
import { Rows } from './Rows.tsx';

/** The middle pane: search field and rows of one list, or why it is empty. */
export function ListPane({ sidebarOver }: { readonly sidebarOver: boolean }) {
  const { list } = useStores();
  const t = useTexts();
  const { query, loaded, failed, total, searchError } = useStore(list);
  const title = useListTitle()(query);
  const empty = total === 0;
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (empty) keepFocus('list');
    else if (document.activeElement === body.current) focusPane('list');
  }, [empty]);
  return (
    <section className="list-pane" data-pane="list" aria-label={t('pane.list')}>
      <ListHeader title={title} sidebarOver={sidebarOver} />
      <ArchiveBar />
      {/* Without rows, the body takes the focus in their place. */}
      <div ref={body} className="list-body" tabIndex={-1} {...(empty && { 'data-focus': true })}>
        {failed && (
          <div className="empty" role="alert">
            <p>{t('list.failed')}</p>
            <button type="button" className="button" onClick={() => list.getState().refine({})}>
              {t('pane.again')}
            </button>
          </div>
        )}
        {!failed && total > 0 && <Rows label={title} />}
        <RowMenu />
        {!failed && loaded && total === 0 && !searchError && <EmptyList />}
      </div>
      <ChoiceBar />
    </section>
  );
}
