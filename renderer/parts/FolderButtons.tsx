import { chooseFolder, openFolder } from '../commands/host-actions.ts';
import { useStores, useTexts } from '../state/context.ts';

/** Buttons that open the wire folder and choose another one; `main` makes opening the main action. */
export function FolderButtons({ main = false }: { main?: boolean }) {
  const stores = useStores();
  const t = useTexts();
  return (
    <div className="buttons">
      <button type="button" className={main ? 'button-main' : 'button'} onClick={() => void openFolder(stores)}>
        {t('folder.open')}
      </button>
      <button type="button" className="button" onClick={() => void chooseFolder(stores)}>
        {t('folder.choose')}
      </button>
    </div>
  );
}
