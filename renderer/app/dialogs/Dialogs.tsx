import { useStore } from 'zustand';
import type { Saved } from '../../../preload/contract/contract.ts';
import { addFolder, chooseFolder } from '../../commands/host-actions.ts';
import { scopedSearch } from '../../list/scoped-search.ts';
import { useLanguage, useStores, useTexts } from '../../state/context.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { AgendaDialog } from './AgendaDialog.tsx';
import { AlarmsDialog } from './AlarmsDialog.tsx';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { CopyKilledDialog } from './CopyKilledDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { GoToDialog } from './GoToDialog.tsx';
import { HealthDialog } from './HealthDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { LaterDialog } from './LaterDialog.tsx';
import { MergeTagDialog } from './MergeTagDialog.tsx';
import { PaletteDialog } from './PaletteDialog.tsx';
import { ProblemsDialog } from './ProblemsDialog.tsx';
import { PromptDialog } from './PromptDialog.tsx';
import { RenameListDialog } from './RenameListDialog.tsx';
import { RuleDialog } from './RuleDialog.tsx';
import { RulesDialog } from './RulesDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { TagDialog } from './TagDialog.tsx';
import { WelcomeDialog } from './WelcomeDialog.tsx';

const NONE: readonly Saved[] = [];

/** The one dialog that is open, if any. */
export function Dialogs() {
  const stores = useStores();
  const t = useTexts();
  const dialog = useStore(stores.shell, (state) => state.dialog);
  const language = useLanguage();
  const query = useStore(stores.list, (state) => state.query);
  const saved = useStore(stores.sidebar, (state) => state.sidebar?.saved ?? NONE);
  const folder = useStore(stores.settings, (state) => state.info?.wireFolder ?? '');
  /** Saved searches with the same name could not be distinguished in the sidebar. */
  const nameTaken = (name: string, ownId?: string) => {
    const other = saved.find((one) => one.id !== ownId && one.name.toLowerCase() === name.toLowerCase());
    return other && t('search.nameTaken', { name: other.name });
  };
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'settings':
      return <SettingsDialog search={dialog.section && t(dialog.section)} />;
    case 'welcome':
      return <WelcomeDialog />;
    case 'help':
      return <HelpDialog />;
    case 'alarms':
      return <AlarmsDialog />;
    case 'rules':
      return <RulesDialog />;
    case 'make-rule': {
      const search = scopedSearch(query, saved, language);
      const draft = { name: search.slice(0, 120), search, on: true, actions: {} };
      return <RuleDialog draft={draft} onDone={stores.shell.getState().close} />;
    }
    case 'later':
      return <LaterDialog ids={dialog.ids} />;
    case 'agenda':
      return <AgendaDialog />;
    case 'copy-killed':
      return <CopyKilledDialog as={dialog.as} articles={dialog.articles} />;
    case 'export':
      return <ExportDialog of={dialog.of} />;
    case 'palette':
      return <PaletteDialog />;
    case 'go-to':
      return <GoToDialog />;
    case 'merge-tag':
      return <MergeTagDialog tag={dialog.tag} />;
    case 'rename-list':
      return <RenameListDialog list={dialog.list} value={dialog.value} />;
    case 'problems':
      return <ProblemsDialog />;
    case 'health':
      return <HealthDialog />;
    case 'about':
      return <AboutDialog />;
    case 'folder-path':
      return (
        <PromptDialog
          title={t(dialog.adds ? 'folders.addTitle' : 'folder.pathTitle')}
          label={t('folder.path')}
          initial={folder}
          maxLength={4_096}
          onDone={(path) => void (dialog.adds ? addFolder(stores, path) : chooseFolder(stores, path))}
        />
      );
    case 'save-search': {
      const search = scopedSearch(query, saved, language);
      return (
        <PromptDialog
          title={t('search.saveTitle')}
          label={t('search.name')}
          initial={search.slice(0, 120)}
          validate={(name) => nameTaken(name)}
          onDone={(name) => void stores.sidebar.getState().save({ name, search })}
        />
      );
    }
    case 'archive':
      return <ArchiveDialog search={dialog.search} />;
    case 'tag':
      return <TagDialog ids={dialog.ids} />;
    case 'rename-search':
      return (
        <PromptDialog
          title={t('saved.renameTitle')}
          label={t('search.name')}
          initial={dialog.saved.name}
          validate={(name) => nameTaken(name, dialog.saved.id)}
          onDone={(name) => void stores.sidebar.getState().save({ ...dialog.saved, name })}
        />
      );
  }
}
