import { useStore } from 'zustand';
import { folderName } from '../../preload/contract/folders.ts';
import { Shown } from '../common/Shown.tsx';
import { HostSays } from '../parts/HostSays.tsx';
import { useStores, useTexts } from '../state/context.ts';

/** The wire folders, and which of them cannot be read. */
export function FolderSection() {
  const { settings } = useStores();
  const t = useTexts();
  const folders = useStore(settings, ({ info }) => info?.wireFolders);
  if (!folders) return null;
  return (
    <section>
      <h3>{t('folders.title')}</h3>
      <ul aria-label={t('folders.title')}>
        {folders.map((folder) => (
          <li key={folder.key}>
            <Shown text={folderName(folder)} /> <code className="path">{folder.path}</code>{' '}
            {folder.trouble ? (
              <span className="field-error">
                <HostSays>{folder.trouble}</HostSays>
              </span>
            ) : (
              <span className="quiet">{t(folder.paused ? 'folders.isPaused' : 'folders.isWatched')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
