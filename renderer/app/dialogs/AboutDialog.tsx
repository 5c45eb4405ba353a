import { useState } from 'react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** The build writes our licence and those of all bundled packages beside the page. Undefined when the page is not built. */
async function loadLicences(): Promise<string | undefined> {
  const script = new URL('licences.js', document.baseURI).href;
  try {
    const module: { readonly default: string } = await import(/* @vite-ignore */ script);
    return module.default;
  } catch {
    return undefined;
  }
}

/** Version, host, platform and licences. */
export function AboutDialog() {
  const { settings } = useStores();
  const t = useTexts();
  const info = useStore(settings, (state) => state.info);
  const [licences, setLicences] = useState<string>();
  const showLicences = async () => setLicences((await loadLicences()) ?? t('about.noLicences'));
  return (
    <Modal title={t('about.title')} className={licences === undefined ? 'dialog-small' : ''}>
      <p>{t('about.text')}</p>
      {info && (
        <p className="quiet">{`${t('about.version', { version: info.version })} · ${info.host} · ${info.platform}`}</p>
      )}
      {licences === undefined ? (
        <button type="button" onClick={showLicences}>
          {t('about.licences')}
        </button>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="licences" aria-label={t('about.licences')} tabIndex={0}>
          {licences}
        </section>
      )}
    </Modal>
  );
}
