import { useEffect, useState } from 'react';
import type { AgendaItem } from '../../../preload/contract/contract.ts';
import { exportFile } from '../../commands/export-commands.ts';
import { isDay } from '../../common/event-time.ts';
import { sourceName } from '../../common/source.ts';
import { clockTime, dayHeading } from '../../common/time.ts';
import { useNow } from '../../common/use-now.ts';
import { useClock, useLanguage, useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** What agencies announce, by day. */
export function AgendaDialog() {
  const stores = useStores();
  const t = useTexts();
  const clock = useClock();
  const language = useLanguage();
  const now = useNow();
  const [items, setItems] = useState<readonly AgendaItem[]>();
  useEffect(() => {
    void stores.ask('agenda.get', {}).then((answer) => setItems(answer?.items));
  }, [stores]);
  const headingOf = ({ start }: AgendaItem) => dayHeading(isDay(start) ? `${start}T12:00` : start, now, clock);
  const days = [...Map.groupBy(items ?? [], headingOf)];
  const dated = (items ?? []).filter(({ isDated }) => isDated).map(({ id }) => id);
  const open = (id: string) => {
    stores.shell.getState().close();
    void stores.article.getState().follow({ id });
    stores.shell.getState().show('article');
  };
  const save = () => {
    const order = { format: 'ics', language, own: false, leads: false, held: false, each: false } as const;
    void exportFile(stores, { of: { ids: dated }, title: t('agenda.title'), ...order });
  };
  return (
    <Modal title={t('agenda.title')} className="dialog-wide">
      {items?.length === 0 && <p className="quiet">{t('agenda.none')}</p>}
      {days.map(([day, all]) => (
        <section key={day} className="agenda-day">
          <h3>{day}</h3>
          <ul>
            {all.map((item) => (
              <li key={item.id}>
                <span className="agenda-time">{timesOf(item)}</span>
                <button type="button" className="link" onClick={() => open(item.id)}>
                  <bdi>{item.headline}</bdi>
                </button>
                <span className="quiet">{[item.place, sourceName(item.source, t)].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {dated.length > 0 && (
        <div className="buttons">
          <button type="button" className="button-main" onClick={save}>
            {t('agenda.save')}
          </button>
        </div>
      )}
    </Modal>
  );

  function timesOf({ start, end, isDated }: AgendaItem): string {
    if (!isDated) return t('agenda.notice');
    if (isDay(start)) return t('agenda.wholeDay');
    const sameDay = end !== undefined && dayHeading(start, now, clock) === dayHeading(end, now, clock);
    return sameDay ? `${clockTime(start, clock)}–${clockTime(end, clock)}` : clockTime(start, clock);
  }
}
