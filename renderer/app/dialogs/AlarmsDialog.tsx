import { useStore } from 'zustand';
import { AlarmLine } from '../../alarm/AlarmLine.tsx';
import { openAlarm } from '../../commands/alarm-commands.ts';
import { useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** The last alarms, also those put away. */
export function AlarmsDialog() {
  const stores = useStores();
  const t = useTexts();
  const alarms = useStore(stores.alarms, (state) => state.alarms);
  return (
    <Modal title={t('alarm.last')} className="dialog-wide">
      {alarms.length === 0 && <p className="quiet">{t('alarm.none')}</p>}
      <ul className="alarm-list">
        {alarms.map((alarm) => (
          <li key={alarm.id} className={`alarm ${alarm.seen ? 'alarm-seen' : ''}`}>
            <AlarmLine
              alarm={alarm}
              onOpen={() => {
                stores.shell.getState().close();
                openAlarm(stores, alarm);
              }}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
