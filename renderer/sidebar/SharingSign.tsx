import { CloudOff } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../state/context.ts';

/** A quiet sign while the newsroom's server cannot be used; it leads to the settings. */
export function SharingSign() {
  const { sharing, shell } = useStores();
  const t = useTexts();
  const { state, trouble } = useStore(sharing, ({ info }) => info);
  if (state !== 'waiting' || trouble === undefined) return null;
  return (
    <button
      type="button"
      className="sharing-sign"
      title={t(`sharing.trouble.${trouble}`)}
      onClick={() => shell.getState().open({ name: 'settings', section: 'sharing.title' })}
    >
      <CloudOff aria-hidden="true" size={15} />
      {t('sharing.sign')}
    </button>
  );
}
