import { useStore } from 'zustand';
import { chooseFolder } from '../../commands/host.ts';
import { scopedSearch } from '../../list/scoped-search.ts';
import { useLanguage, useReader, useTexts } from '../../state/context.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { PaletteDialog } from './PaletteDialog.tsx';
import { ProblemsDialog } from './ProblemsDialog.tsx';
import { PromptDialog } from './PromptDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';

/** The one dialog that is open, if any. */
export function Dialogs() {
  const reader = useReader();
  const t = useTexts();
  const dialog = useStore(reader.shell, (state) => state.dialog);
  const language = useLanguage();
  const query = useStore(reader.list, (state) => state.query);
  const folder = useStore(reader.settings, (state) => state.info?.wireFolder ?? '');
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'settings':
      return <SettingsDialog />;
    case 'help':
      return <HelpDialog />;
    case 'palette':
      return <PaletteDialog />;
    case 'problems':
      return <ProblemsDialog />;
    case 'about':
      return <AboutDialog />;
    case 'folder-path':
      return (
        <PromptDialog
          title={t('folder.pathTitle')}
          label={t('folder.path')}
          initial={folder}
          longest={4_096}
          onDone={(path) => void chooseFolder(reader, path)}
        />
      );
    case 'save-search': {
      const { sidebar, save } = reader.sidebar.getState();
      const search = scopedSearch(query, sidebar?.saved ?? [], language);
      return (
        <PromptDialog
          title={t('search.saveTitle')}
          label={t('search.name')}
          initial={search.slice(0, 120)}
          onDone={(name) => void save({ name, search })}
        />
      );
    }
    case 'rename-search':
      return (
        <PromptDialog
          title={t('saved.renameTitle')}
          label={t('search.name')}
          initial={dialog.saved.name}
          onDone={(name) => void reader.sidebar.getState().save({ ...dialog.saved, name })}
        />
      );
  }
}
