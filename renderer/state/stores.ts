import type { StoreApi } from 'zustand/vanilla';
import type { ReaderClient } from '../../preload/contract/contract.ts';
import type { View } from '../../preload/contract/view.ts';
import { isNarrow, onNarrow } from '../common/use-narrow.ts';
import { type AlarmsState, createAlarms } from './alarms.ts';
import { type ArticleState, createArticle } from './article.ts';
import { type Ask, createAsk } from './calls.ts';
import { type Chosen, createChosen } from './chosen.ts';
import { isMeasured } from './columns.ts';
import { createFind, type Find } from './find.ts';
import { followSelection } from './follow-selection.ts';
import { keepPlace, restorePlace } from './last-place.ts';
import { createList } from './list.ts';
import type { ListState } from './list-state.ts';
import { createMarks, type Marks } from './marks.ts';
import { createPendingChanges } from './pending-changes.ts';
import { createReadingPositions, type ReadingPositions } from './reading-positions.ts';
import { createRules, type RulesState } from './rules.ts';
import { createSettings, type SettingsState } from './settings.ts';
import { createSharing, type SharingState } from './sharing.ts';
import { createShell, type Shell } from './shell.ts';
import { createSidebar, type SidebarState } from './sidebar.ts';
import { createSortOrders } from './sort-orders.ts';
import { createToasts, type Toasts } from './toasts.ts';
import { createUndo, type Undo } from './undo.ts';

/** The whole state of one window, and the client it comes from. */
export interface Stores {
  readonly client: ReaderClient;
  readonly ask: Ask;
  readonly toasts: StoreApi<Toasts>;
  readonly shell: StoreApi<Shell>;
  readonly settings: StoreApi<SettingsState>;
  readonly sidebar: StoreApi<SidebarState>;
  readonly list: StoreApi<ListState>;
  readonly chosen: StoreApi<Chosen>;
  readonly article: StoreApi<ArticleState>;
  readonly find: StoreApi<Find>;
  readonly marks: StoreApi<Marks>;
  readonly undo: StoreApi<Undo>;
  readonly alarms: StoreApi<AlarmsState>;
  readonly rules: StoreApi<RulesState>;
  readonly sharing: StoreApi<SharingState>;
  readonly positions: ReadingPositions;
  /** The search of the list, typed and saved together, so that the article can highlight it. */
  searched(): string | undefined;
  /** Loads the first view and listens to the host; `runCommand` gets the commands of the host's menu. The result stops it.
   * A window of its own shows `view` and does not remember the place of the main window. */
  start(runCommand: (id: string) => void, view?: View): () => void;
}

const refOf = ({ id, version }: Extract<View, { view: 'article' }>) => ({
  id,
  ...(version !== undefined && { version }),
});

/** In a narrow window, list or article is shown; a window of its own has only one of them. */
const isArticleShown = ({ only, front }: Shell): boolean =>
  only === undefined ? !isNarrow() || front === 'article' : only === 'article';

/** Creates the stores of a window over a client; nothing is loaded before `start`. */
export function createStores(client: ReaderClient): Stores {
  const toasts = createToasts();
  const ask = createAsk(client, toasts);
  const shell = createShell();
  const settings = createSettings(client, ask, toasts);
  const undo = createUndo(toasts);
  const sidebar = createSidebar(ask, toasts, undo);
  const alarms = createAlarms(ask);
  const rules = createRules(ask, toasts, undo);
  const sharing = createSharing(ask);
  const pending = createPendingChanges();
  const orders = createSortOrders(settings);
  const list = createList(client, ask, pending, orders, (query) => isMeasured(settings.getState().settings, query));
  const chosen = createChosen(list, ask);
  const positions = createReadingPositions(client);
  const article = createArticle(ask, pending);
  const marks = createMarks({
    client,
    ask,
    list,
    article,
    toasts,
    undo,
    pending,
    together: () => settings.getState().settings.readTogether,
  });

  function searched(): string | undefined {
    const { query, validQuery = query } = list.getState();
    const { list: kind, value, search } = validQuery;
    const saved = kind === 'saved' ? sidebar.getState().sidebar?.saved.find(({ id }) => id === value) : undefined;
    return saved?.search && search ? `(${saved.search}) (${search})` : saved?.search || search || undefined;
  }

  /** The dispatch that was open when the window was left, until another one is: shown again, it is not read again. */
  let restored: string | undefined;

  /** Puts away the alarms about the article that the user is looking at. */
  const seeOwnAlarms = () => {
    const { article: open } = article.getState();
    const own = alarms.getState().alarms.filter(({ subject, seen }) => !seen && subject.id === open?.dispatch.id);
    if (own.length > 0 && isWatched()) alarms.getState().see(own.map(({ id }) => id));
  };

  const isWatched = () => document.visibilityState === 'visible' && isArticleShown(shell.getState());

  function start(runCommand: (id: string) => void, view?: View): () => void {
    if (view) shell.setState({ only: view.view === 'article' ? 'article' : 'list' });
    const refresh = () => {
      list.getState().refresh();
      void sidebar.getState().refresh();
      void article.getState().refresh();
      if (shell.getState().dialog?.name === 'problems') void sidebar.getState().loadProblems();
    };
    const off = [
      ...(view ? [] : [keepPlace(list, settings)]),
      list.subscribe(() => article.getState().highlight(searched())),
      sidebar.subscribe(({ sidebar: shown }) => {
        const { list: kind, value } = list.getState().query;
        if (kind === 'saved' && shown?.saved.every(({ id }) => id !== value)) list.getState().enter({ list: 'all' });
      }),
      settings.subscribe(({ settings: { foldStories } }) => list.getState().setFolds(foldStories)),
      settings.subscribe(({ known, settings: { listsHidden = false } }, before) => {
        if (!known || before.known) return;
        shell.getState().hideSidebar(listsHidden);
      }),
      settings.subscribe((now, before) => {
        const { query } = list.getState();
        if (before.known && isMeasured(now.settings, query) && !isMeasured(before.settings, query))
          list.getState().refresh();
      }),
      shell.subscribe(({ sidebarHidden }) => {
        const { known, settings: saved, change } = settings.getState();
        if (known && sidebarHidden !== (saved.listsHidden ?? false)) void change({ listsHidden: sidebarHidden });
      }),
      followSelection({
        visible: isWatched,
        onVisible(changed) {
          const off = shell.subscribe((now, before) => now.front !== before.front && changed());
          const offNarrow = onNarrow(changed);
          document.addEventListener('visibilitychange', changed);
          return () => {
            off();
            offNarrow();
            document.removeEventListener('visibilitychange', changed);
          };
        },
        list,
        chosen,
        article,
        marks,
        search: searched,
        isRestored: (id) => id === restored || id === list.getState().returnedTo,
        markRead: () => settings.getState().settings.markRead,
      }),
      shell.subscribe(
        (now, before) => now.connection === 'open' && before.connection !== 'open' && void marks.getState().sendAgain(),
      ),
      client.on('library.changed', refresh),
      client.on('import.progress', (progress) => sidebar.setState({ progress })),
      client.on('settings.changed', (now) => settings.getState().receive(now)),
      client.on('alarms.changed', ({ alarms: all, raised }) => {
        alarms.getState().receive(all, raised);
        // The article that is being read announces its new version, correction or kill itself.
        seeOwnAlarms();
      }),
      // Opened from wherever: its alarm has done its work.
      article.subscribe(({ article: now }, { article: before }) => {
        const id = now?.dispatch.id;
        if (id === undefined || id === before?.dispatch.id || id === restored) return;
        restored = undefined;
        seeOwnAlarms();
      }),
      client.on('rules.changed', (changed) => rules.setState(changed)),
      client.on('sharing.changed', (info) => sharing.getState().receive(info)),
      client.on('app.changed', (info) => {
        settings.setState({ info });
        shell.getState().dismissNotices(false);
      }),
      client.on('command.run', ({ command }) => runCommand(command)),
      client.on('article.show', ({ id }) => {
        list.getState().enter({ list: 'all' }, id);
        shell.getState().show('article');
      }),
      client.on('search.show', ({ search }) => {
        list.getState().enter({ list: 'all', search });
        shell.getState().show('list');
      }),
    ];
    const initial = list.getState().query;
    // The list comes as soon as the settings have said which, or have failed to; its dispatch is shown where it was left.
    void Promise.all([settings.getState().load(), positions.load()]).then(() => {
      // A link or a notification may have opened another list meanwhile.
      if (list.getState().query !== initial) return;
      if (view?.view === 'article') return void article.getState().follow(refOf(view));
      if (view) return list.getState().enter({ list: 'saved', value: view.search });
      const { lastPlace } = settings.getState().settings;
      restored = lastPlace?.selected;
      if (!restorePlace(list, lastPlace)) list.getState().enter({ list: 'all' });
    });
    void alarms.getState().load();
    void rules.getState().load();
    void sharing.getState().load();
    void sidebar.getState().refresh();
    void ask('import.progress', {}).then((progress) => progress && sidebar.setState({ progress }));
    return () => {
      for (const end of off) end();
    };
  }

  return {
    client,
    ask,
    toasts,
    shell,
    settings,
    sidebar,
    list,
    chosen,
    article,
    find: createFind(),
    marks,
    undo,
    alarms,
    rules,
    sharing,
    positions,
    searched,
    start,
  };
}
