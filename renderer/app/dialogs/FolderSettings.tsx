import { useState } from 'react';
import { useStore } from 'zustand';
import { folderName, type ShownFolder } from '../../../preload/contract/folders.ts';
import { addFolder, chooseFolder, openFolder } from '../../commands/host-actions.ts';
import { Shown } from '../../common/Shown.tsx';
import { HostSays } from '../../parts/HostSays.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import { FolderForm } from './FolderForm.tsx';

const NONE: readonly ShownFolder[] = [];

/** The wire folders: one is as simple as one, several have names. */
export function FolderSettings() {
  const stores = useStores();
  const t = useTexts();
  const folders = useStore(stores.settings, ({ info }) => info?.wireFolders ?? NONE);
  const isFixed = useIsFixed();
  return (
    <>
      <ul className="wire-folders" aria-label={t('settings.wireFolder')}>
        {folders.map((folder, index) => (
          <FolderRow key={folder.key} folder={folder} isFirst={index === 0} isOnly={folders.length === 1} />
        ))}
      </ul>
      {!isFixed && (
        <div className="buttons">
          <button type="button" className="button" onClick={() => void addFolder(stores)}>
            {t('folders.add')}
          </button>
        </div>
      )}
      {folders.length > 1 && <p className="quiet">{t('folders.firstGets')}</p>}
    </>
  );
}

/** An administrator has fixed the folders. */
const useIsFixed = (): boolean =>
  useStore(useStores().settings, ({ info }) => info?.locked?.includes('wireFolder') === true);

interface RowProps {
  readonly folder: ShownFolder;
  readonly isFirst: boolean;
  readonly isOnly: boolean;
}

function FolderRow({ folder, isFirst, isOnly }: RowProps) {
  const stores = useStores();
  const t = useTexts();
  const isFixed = useIsFixed();
  const [editing, setEditing] = useState(false);
  const { key, path, trouble, ...rest } = folder;
  const { paused } = folder;
  const name = folderName(folder);
  const change = (fields: Partial<ShownFolder>) => stores.ask('folder.change', { key, ...rest, ...fields });
  const ownButtons = (
    <>
      {isFirst && (
        <button type="button" className="button" onClick={() => void chooseFolder(stores)}>
          {t('folder.choose')}
        </button>
      )}
      <button type="button" className="button" aria-expanded={editing} onClick={() => setEditing(!editing)}>
        {t('folders.settings')}
      </button>
      {(!isOnly || paused) && (
        <button type="button" className="button" onClick={() => void change({ paused: !paused })}>
          {t(paused ? 'folders.resume' : 'folders.pause')}
        </button>
      )}
      {!isOnly && (
        <button type="button" className="button" onClick={() => void stores.ask('folder.remove', { key })}>
          {t('folders.remove')}
        </button>
      )}
    </>
  );
  return (
    <li aria-label={name}>
      <div className="wire-folder">
        <span>
          {!isOnly && (
            <strong>
              <Shown text={name} />
            </strong>
          )}
          {isOnly && t('settings.wireFolder')}
          {paused && <span className="quiet"> · {t('folders.isPaused')}</span>}
        </span>
        <code className="path">{path}</code>
      </div>
      {trouble && (
        <p className="field-error">
          <HostSays>{trouble}</HostSays>
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button" onClick={() => void openFolder(stores, key)}>
          {t('folder.open')}
        </button>
        {!isFixed && ownButtons}
      </div>
      {editing && <FolderForm folder={folder} onDone={() => setEditing(false)} />}
    </li>
  );
}
