import { useEffect } from 'react';
import { useStore } from 'zustand';
import { openFolder } from '../../commands/host-actions.ts';
import { ProblemList } from '../../health/ProblemList.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** The files that could not be read, why, and what can be done. */
export function ProblemsDialog() {
  const stores = useStores();
  const t = useTexts();
  const { problems, loadProblems } = useStore(stores.sidebar);
  useEffect(() => {
    void loadProblems();
  }, [loadProblems]);
  return (
    <Modal title={t('problems.title')} className="dialog-wide">
      <p className="quiet">{t(problems.length === 0 ? 'problems.none' : 'problems.text')}</p>
      <ProblemList problems={problems} />
      <div className="buttons">
        <button type="button" className="button" onClick={() => void openFolder(stores)}>
          {t('folder.open')}
        </button>
      </div>
    </Modal>
  );
}
