import { FolderOpen, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Article, CallOut, Dispatch } from '../../preload/contract/contract.ts';
import { ENCODINGS, Encoding } from '../../preload/contract/encoding.ts';
import { rereadFile } from '../commands/reread-file.ts';
import { fileName, isFromServer } from '../common/file-name.ts';
import { IconButton } from '../common/IconButton.tsx';
import { Shown } from '../common/Shown.tsx';
import { CommandButton } from '../parts/CommandButton.tsx';
import { isHidden } from '../state/article.ts';
import { useStores, useTexts } from '../state/context.ts';

/** The file a dispatch came from, beside its text, where the user has asked for it. */
export function FileView({ article }: { readonly article: Article }) {
  const { article: store } = useStores();
  const isShown = useStore(store, (state) => state.fileShown && !isHidden(state));
  const { id, version, file } = article.dispatch;
  return isShown ? <OpenFile key={`${id} ${version}`} id={id} version={version} read={file} /> : null;
}

interface Props {
  readonly id: string;
  readonly version: number;
  /** As the dispatch was read. */
  readonly read: Dispatch['file'];
}

function OpenFile({ id, version, read }: Props) {
  const stores = useStores();
  const { ask, article } = stores;
  const t = useTexts();
  const [encoding, setEncoding] = useState<Encoding>();
  const [file, setFile] = useState<CallOut<'file.text'>>();
  useEffect(() => {
    let isCurrent = true;
    void ask('file.text', { id, version, ...(encoding && { encoding }) }).then((answer) => {
      if (isCurrent && answer) setFile(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [ask, id, version, encoding]);
  return (
    <section className="file-view" aria-label={t('file.title')}>
      <header>
        <span className="path">{file && fileName(file.path, t)}</span>
        {file && !file.isStored && (
          <select
            aria-label={t('file.encoding')}
            value={encoding ?? ''}
            onChange={(event) => setEncoding(Encoding.safeParse(event.target.value).data)}
          >
            <option value="">{encoding ? t('file.automatic') : file.encoding}</option>
            {ENCODINGS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
        {file && !file.isStored && isOther(encoding, read) && (
          <button
            type="button"
            className="button"
            onClick={() => void rereadFile(stores, { id, version }, encoding ?? null)}
          >
            {t('file.reread')}
          </button>
        )}
        <CommandButton id="revealFile" icon={FolderOpen} />
        <IconButton icon={X} label={t('file.close')} onClick={() => article.getState().showFile(false)} />
      </header>
      {file?.isStored && <p className="quiet">{t(isFromServer(file.path) ? 'file.onServer' : 'file.stored')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls the text */}
      <pre tabIndex={0} dir="auto">
        <Shown text={file?.text ?? ''} />
        {file?.isCut && `\n\n${t('file.cut')}`}
      </pre>
    </section>
  );
}

/** Whether a dispatch would be read in another encoding than it was; undefined is the one found out. */
const isOther = (encoding: Encoding | undefined, { encoding: used, given }: Dispatch['file']): boolean =>
  encoding === undefined ? given?.includes('file-encoding') === true : encoding !== used;
