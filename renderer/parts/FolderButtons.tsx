import { useStore } from 'zustand';
import { chooseFolder, openFolder } from '../commands/host-actions.ts';
import { useStores, useTexts } from '../state/context.ts';

/** Buttons that open the wire folder and choose another one; `main` makes opening the main action. None chooses a folder that an administrator has fixed. */
export function FolderButtons({ main = false }: { main?: boolean }) {
  const stores = useStores();
  const t = useTexts();
  const isLocked = useStore(stores.settings, ({ info }) => info?.locked?.includes('wireFolder') === true);
  return (
    <div className="buttons">
      <button type="button" className={main ? 'button-main' : 'button'} onClick={() => void openFolder(stores)}>
        {t('folder.open')}
      </button>
      {!isLocked && (
        <button type="button" className="button" onClick={() => void chooseFolder(stores)}>
          {t('folder.choose')}
        </button>
      )}
    </div>
  );
}
