import { type FormEvent, useId, useState } from 'react';
import { ENCODINGS, Encoding } from '../../../preload/contract/encoding.ts';
import type { FolderChange, ShownFolder } from '../../../preload/contract/folders.ts';
import { folderName } from '../../../preload/contract/folders.ts';
import { useStores, useTexts } from '../../state/context.ts';

interface Props {
  readonly folder: ShownFolder;
  readonly onDone: () => void;
}

/** What a wire folder says of its files where they say nothing themselves. */
export function FolderForm({ folder, onDone }: Props) {
  const { ask, toasts } = useStores();
  const t = useTexts();
  const { path: _, trouble: __, ...given } = folder;
  const [draft, setDraft] = useState<FolderChange>(given);
  const [again, setAgain] = useState(false);
  const id = useId();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { key, name, paused, source, zone, rights, encoding } = draft;
    const texts = { source: source?.trim(), zone, rights: rights?.trim(), encoding };
    const filled = Object.fromEntries(Object.entries(texts).filter(([, value]) => value));
    const answer = await ask('folder.change', { key, name: name.trim(), ...filled, ...(paused && { paused }) });
    if (!answer) return;
    if (again) await ask('folder.readAgain', { key });
    toasts.getState().show({ key: 'folders.saved', values: { name: name.trim() || folderName(folder) } });
    onDone();
  };
  return (
    <form className="folder-form" onSubmit={(event) => void save(event)}>
      <p className="quiet">{t('folders.explain')}</p>
      <label htmlFor={`${id}-name`}>{t('folders.name')}</label>
      <input
        id={`${id}-name`}
        type="text"
        maxLength={120}
        placeholder={folderName({ name: '', path: folder.path })}
        value={draft.name}
        onChange={({ target }) => setDraft({ ...draft, name: target.value })}
      />
      <label htmlFor={`${id}-source`}>{t('folders.source')}</label>
      <input
        id={`${id}-source`}
        type="text"
        maxLength={80}
        value={draft.source ?? ''}
        onChange={({ target }) => setDraft({ ...draft, source: target.value })}
      />
      <label htmlFor={`${id}-zone`}>{t('folders.zone')}</label>
      <select
        id={`${id}-zone`}
        value={draft.zone ?? ''}
        onChange={({ target }) => setDraft({ ...draft, zone: target.value || undefined })}
      >
        <option value="">{t('folders.none')}</option>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </select>
      <label htmlFor={`${id}-rights`}>{t('folders.rights')}</label>
      <textarea
        id={`${id}-rights`}
        rows={2}
        maxLength={2_000}
        value={draft.rights ?? ''}
        onChange={({ target }) => setDraft({ ...draft, rights: target.value })}
      />
      <label htmlFor={`${id}-encoding`}>{t('folders.encoding')}</label>
      <select
        id={`${id}-encoding`}
        value={draft.encoding ?? ''}
        onChange={({ target }) => setDraft({ ...draft, encoding: Encoding.safeParse(target.value).data })}
      >
        <option value="">{t('file.automatic')}</option>
        {ENCODINGS.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <label className="check">
        <input type="checkbox" checked={again} onChange={({ target }) => setAgain(target.checked)} />{' '}
        {t('folders.readAgain')}
      </label>
      <div className="buttons">
        <button type="submit" className="button-main">
          {t('dialog.save')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('dialog.cancel')}
        </button>
      </div>
    </form>
  );
}
