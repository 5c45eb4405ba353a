import { type FormEvent, useId, useState } from 'react';
import { LaterChoice, laterTime } from '../../../preload/contract/contract.ts';
import { putOff } from '../../commands/later-commands.ts';
import { momentText } from '../../common/time.ts';
import { useClock, useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** Asks when dispatches are to come back. */
export function LaterDialog({ ids }: { readonly ids: readonly string[] }) {
  const stores = useStores();
  const t = useTexts();
  const clock = useClock();
  const [now] = useState(() => new Date());
  const [own, setOwn] = useState('');
  const [past, setPast] = useState(false);
  const id = useId();
  const set = (until: Date) => {
    stores.shell.getState().close();
    putOff(stores, ids, until, momentText(until, new Date(), clock));
  };
  const setOwnTime = (event: FormEvent) => {
    event.preventDefault();
    const until = new Date(own);
    if (until.getTime() > Date.now()) set(until);
    else setPast(true);
  };
  const times = LaterChoice.options.flatMap((choice) => {
    const at = laterTime(choice, now);
    return at ? [{ choice, at }] : [];
  });
  // On a Sunday, tomorrow is Monday.
  const distinct = times.filter(({ at }, index) => times.findIndex((one) => +one.at === +at) === index);
  return (
    <Modal title={t('later.title')} className="dialog-small">
      <p className="quiet">{t('later.text')}</p>
      <ul className="later-choices">
        {distinct.map(({ choice, at }, index) => (
          <li key={choice}>
            <button type="button" {...(index === 0 && { 'data-first': true })} onClick={() => set(at)}>
              <span>{t(`later.${choice}`)}</span>
              <time dateTime={at.toISOString()}>{momentText(at, now, clock)}</time>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={setOwnTime}>
        <label htmlFor={id}>{t('later.own')}</label>
        <div className="later-own">
          <input
            id={id}
            type="datetime-local"
            required
            value={own}
            aria-invalid={past}
            aria-describedby={past ? `${id}-error` : undefined}
            onChange={(event) => {
              setOwn(event.target.value);
              setPast(false);
            }}
          />
          <button type="submit" className="button-main">
            {t('later.set')}
          </button>
        </div>
        {past && (
          <p id={`${id}-error`} role="alert" className="field-error">
            {t('later.past')}
          </p>
        )}
      </form>
    </Modal>
  );
}
