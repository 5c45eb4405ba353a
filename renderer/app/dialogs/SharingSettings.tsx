import { useId, useRef } from 'react';
import { useStore } from 'zustand';
import { momentText } from '../../common/time.ts';
import { useNow } from '../../common/use-now.ts';
import { useClock, useStores, useTexts } from '../../state/context.ts';
import { Choice, Toggle } from './controls.tsx';

/** Sharing through the newsroom's server: joining, how it stands, leaving. */
export function SharingSettings() {
  const { sharing } = useStores();
  const t = useTexts();
  const isOff = useStore(sharing, ({ info }) => info.state === 'off');
  return isOff ? <Join why={t('sharing.off')} /> : <Joined />;
}

/** A field for an invitation, pasted, chosen as a file or dropped here. */
function Join({ why }: { readonly why: string }) {
  const { sharing } = useStores();
  const t = useTexts();
  const { joining, refusal, offered = '', offer, join } = useStore(sharing);
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const read = (files: FileList | null) => void files?.[0]?.text().then(offer);
  return (
    <form
      className="sharing-join"
      onSubmit={(event) => {
        event.preventDefault();
        void join(offered);
      }}
    >
      <p className="quiet">{why}</p>
      <label htmlFor={id}>{t('sharing.invitation')}</label>
      <textarea
        id={id}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        value={offered}
        onChange={({ target }) => offer(target.value)}
      />
      <p className="sharing-buttons">
        <button type="submit" className="button" disabled={joining || offered.trim() === ''}>
          {t('sharing.join')}
        </button>
        <button type="button" className="button" onClick={() => file.current?.click()}>
          {t('sharing.file')}
        </button>
        <input ref={file} type="file" hidden onChange={({ target }) => read(target.files)} />
      </p>
      <p role="status">{joining ? t('sharing.joining') : refusal && t(`sharing.trouble.${refusal}`)}</p>
    </form>
  );
}

function Joined() {
  const { sharing, toasts } = useStores();
  const t = useTexts();
  const clock = useClock();
  const now = useNow();
  const { info, belong, shareLists, retry, leave } = useStore(sharing);
  const { state, host = '', person, desk, trouble, contact, marks = 'desk', lists = false } = info;
  if (state === 'off') return null;
  const who = [person, desk].filter(Boolean).join(' · ');
  const isOver = trouble === 'revoked' || trouble === 'refused' || trouble === 'expired';
  return (
    <>
      <p>{who === '' ? t('sharing.on', { host }) : t('sharing.as', { host, who })}</p>
      <p role="status">
        {trouble !== undefined && `${t(`sharing.trouble.${trouble}`)} `}
        {!isOver && t(`sharing.state.${state}`)}
        {contact !== undefined && ` ${t('sharing.contact', { time: momentText(new Date(contact), now, clock) })}`}
      </p>
      {person !== undefined && desk !== undefined && (
        <Choice
          label={t('sharing.marks')}
          value={marks}
          options={[
            ['desk', t('sharing.marks.desk')],
            ['person', t('sharing.marks.person')],
          ]}
          onChange={belong}
        />
      )}
      {desk !== undefined && <Toggle label={t('sharing.lists')} value={lists} onChange={shareLists} />}
      {isOver && <Join why={t('sharing.again')} />}
      <p className="sharing-buttons">
        {state === 'waiting' && (
          <button type="button" className="button" onClick={retry}>
            {t('sharing.retry')}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => void leave().then(() => toasts.getState().show({ key: 'sharing.left' }))}
        >
          {t('sharing.leave')}
        </button>
      </p>
    </>
  );
}
