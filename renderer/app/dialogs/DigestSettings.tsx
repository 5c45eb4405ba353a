import { useStore } from 'zustand';
import type { Saved } from '../../../preload/contract/contract.ts';
import { Shown } from '../../common/Shown.tsx';
import { useStores, useTexts } from '../../state/context.ts';

const NONE: readonly Saved[] = [];

/** Saved searches that are written as a printable page, daily at a time. */
export function DigestSettings() {
  const { sidebar } = useStores();
  const t = useTexts();
  const saved = useStore(sidebar, (state) => state.sidebar?.saved ?? NONE);
  if (saved.length === 0) return <p className="quiet">{t('digests.none')}</p>;
  return (
    <>
      <p className="quiet">{t('digests.explain')}</p>
      <ul className="digests" aria-label={t('digests.title')}>
        {saved.map((one) => (
          <DigestRow key={one.id} saved={one} />
        ))}
      </ul>
    </>
  );
}

function DigestRow({ saved }: { readonly saved: Saved }) {
  const { ask, sidebar, toasts } = useStores();
  const t = useTexts();
  const { id, name, search, digest } = saved;
  const save = async (wanted: Saved['digest'] | null) => {
    await ask('saved.put', { id, name, search, digest: wanted ?? null });
    await sidebar.getState().refresh();
  };
  const choose = async () => {
    const answer = await ask('rules.folder', {});
    if (answer?.reason) toasts.getState().show({ said: answer.reason, tone: 'error' });
    if (digest && answer?.folder !== undefined) await save({ ...digest, folder: answer.folder });
  };
  return (
    <li aria-label={name}>
      <label>
        <input
          type="checkbox"
          checked={digest !== undefined}
          onChange={({ target }) => void save(target.checked ? { at: '06:00', leads: true } : null)}
        />{' '}
        <Shown text={name} />
      </label>
      {digest && (
        <>
          <input
            type="time"
            aria-label={t('digests.at', { name })}
            value={digest.at}
            onChange={({ target }) => target.value && void save({ ...digest, at: target.value })}
          />
          <select
            aria-label={t('digests.extent', { name })}
            value={digest.leads ? 'leads' : 'full'}
            onChange={({ target }) => void save({ ...digest, leads: target.value === 'leads' })}
          >
            <option value="leads">{t('digests.leads')}</option>
            <option value="full">{t('digests.full')}</option>
          </select>
          <code className="path">{digest.folder ?? t('digests.own')}</code>
          <button type="button" className="button" onClick={() => void choose()}>
            {t('digests.choose')}
          </button>
        </>
      )}
    </li>
  );
}
