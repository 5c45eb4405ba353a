import { chooseFolder, openFolder } from '../commands/host.ts';
import { useReader, useTexts } from '../state/context.ts';

/** Opens the wire folder or takes another one; `main` where opening it is what is to be done. */
export function FolderButtons({ main = false }: { main?: boolean }) {
  const reader = useReader();
  const t = useTexts();
  return (
    <div className="buttons">
      <button type="button" className={main ? 'button-main' : 'button'} onClick={() => void openFolder(reader)}>
        {t('folder.open')}
      </button>
      <button type="button" className="button" onClick={() => void chooseFolder(reader)}>
        {t('folder.choose')}
      </button>
    </div>
  );
}
