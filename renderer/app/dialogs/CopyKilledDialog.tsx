import type { Article } from '../../../preload/contract/contract.ts';
import { copyArticles } from '../../commands/copy-commands.ts';
import { useStores, useTexts } from '../../state/context.ts';
import type { CopyAs } from '../../state/shell.ts';
import { Modal } from './Modal.tsx';

interface Props {
  readonly as: CopyAs;
  readonly articles: readonly Article[];
}

/** Asks before killed or withheld text is copied. */
export function CopyKilledDialog({ as, articles }: Props) {
  const stores = useStores();
  const t = useTexts();
  const killed = articles.flatMap(({ dispatch: { id, headline, status } }) =>
    status === 'killed' || status === 'withheld' ? [{ id, headline, status }] : [],
  );
  const close = stores.shell.getState().close;
  return (
    <Modal title={t('copy.killedTitle')} className="dialog-small">
      <p>{t('copy.killed', { count: killed.length })}</p>
      <ul className="copy-killed">
        {killed.map(({ id, headline, status }) => (
          <li key={id}>
            <bdi>{headline}</bdi> <span className="quiet">({t(`export.why.${status}`)})</span>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button" data-first onClick={close}>
          {t('dialog.cancel')}
        </button>
        <button
          type="button"
          className="button-main"
          onClick={() => {
            close();
            void copyArticles(stores, as, articles);
          }}
        >
          {t('copy.anyway')}
        </button>
      </div>
    </Modal>
  );
}
