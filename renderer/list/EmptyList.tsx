import { FolderOpen, Hourglass, Inbox } from 'lucide-react';
import { useStore } from 'zustand';
import type { MessageKey } from '../i18n/translate.ts';
import { FolderButtons } from '../parts/FolderButtons.tsx';
import { useStores, useTexts } from '../state/context.ts';
import type { Query } from '../state/list-state.ts';

/** Shown while an import or a rebuild is still filling the library. */
function Filling({ state }: { readonly state: 'importing' | 'rebuilding' }) {
  const t = useTexts();
  return (
    <div className="empty">
      <Hourglass aria-hidden="true" size={34} strokeWidth={1.25} />
      <h3>{t(`empty.${state}.title`)}</h3>
      <p>{t(`empty.${state}.text`)}</p>
    </div>
  );
}

/** Shown until the first dispatch arrives: says where wire files go. */
function EmptyLibrary() {
  const stores = useStores();
  const t = useTexts();
  const folder = useStore(stores.settings, (state) => state.info?.wireFolder);
  return (
    <div className="empty">
      <FolderOpen aria-hidden="true" size={34} strokeWidth={1.25} />
      <h3>{t('empty.library.title')}</h3>
      <p>{t('empty.library.text')}</p>
      {folder !== undefined && <code className="path">{folder}</code>}
      <FolderButtons main />
    </div>
  );
}

function textsFor({ list, search, unreadOnly }: Query): [title: MessageKey, text: MessageKey] {
  const unread = list === 'unread' || unreadOnly;
  if (search && unread) return ['empty.unreadSearch.title', 'empty.unreadSearch.text'];
  if (search) return ['empty.search.title', 'empty.search.text'];
  if (unread) return ['empty.unread.title', 'empty.unread.text'];
  if (list === 'today') return ['empty.today.title', 'empty.list.text'];
  switch (list) {
    case 'urgent':
    case 'corrections':
    case 'embargoes':
    case 'later':
    case 'hidden':
      return [`empty.${list}.title`, `empty.${list}.text`];
  }
  if (list === 'bookmarks') return ['empty.bookmarks.title', 'empty.bookmarks.text'];
  return ['empty.list.title', 'empty.list.text'];
}

/** Why the list is empty, and what can be done about it. */
export function EmptyList() {
  const { list, sidebar } = useStores();
  const t = useTexts();
  const query = useStore(list, (state) => state.query);
  const libraryTotal = useStore(
    sidebar,
    ({ sidebar: now }) => now && now.all.total + now.later.total + now.hidden.total,
  );
  const state = useStore(sidebar, ({ progress }) => progress.state);
  const filling = state === 'importing' || state === 'rebuilding' ? state : undefined;
  if (libraryTotal === 0 && filling) return <Filling state={filling} />;
  if (libraryTotal === 0) return <EmptyLibrary />;
  const [title, text] = textsFor(query);
  return (
    <div className="empty">
      <Inbox aria-hidden="true" size={34} strokeWidth={1.25} />
      <h3>{t(title)}</h3>
      <p>{t(text)}</p>
      {filling && <p>{t('empty.filling')}</p>}
      {query.search && (
        <div className="buttons">
          {query.list !== 'all' && (
            <button
              type="button"
              className="button-main"
              onClick={() => list.getState().enter({ list: 'all', search: query.search })}
            >
              {t('empty.search.everywhere')}
            </button>
          )}
          <button type="button" className="button" onClick={() => list.getState().refine({ search: '' })}>
            {t('empty.search.clear')}
          </button>
        </div>
      )}
    </div>
  );
}
