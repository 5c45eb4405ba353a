import { useStore } from 'zustand';
import { useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** Version, host and platform. */
export function AboutDialog() {
  const { settings } = useStores();
  const t = useTexts();
  const info = useStore(settings, (state) => state.info);
  return (
    <Modal title={t('about.title')} className="dialog-small">
      <p>{t('about.text')}</p>
      {info && (
        <p className="quiet">{`${t('about.version', { version: info.version })} · ${info.host} · ${info.platform}`}</p>
      )}
    </Modal>
  );
}
