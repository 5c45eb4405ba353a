import { HealthPage } from '../../health/HealthPage.tsx';
import { useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

export function HealthDialog() {
  const t = useTexts();
  return (
    <Modal title={t('health.title')} className="dialog-page">
      <HealthPage />
    </Modal>
  );
}
