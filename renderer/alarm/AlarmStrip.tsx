import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { openAlarm } from '../commands/alarm-commands.ts';
import { IconButton } from '../common/IconButton.tsx';
import { useNarrow } from '../common/use-narrow.ts';
import { unseen } from '../state/alarms.ts';
import { useStores, useTexts } from '../state/context.ts';
import { AlarmLine, toneOf } from './AlarmLine.tsx';

/** More at once would push the list out of view. */
const MAX_SHOWN = { wide: 3, narrow: 1 };

/** The alarms that wait to be seen, above the panes in whichever list the user is. */
export function AlarmStrip() {
  const stores = useStores();
  const t = useTexts();
  const waiting = unseen(useStore(stores.alarms, (state) => state.alarms));
  const shown = useNarrow() ? MAX_SHOWN.narrow : MAX_SHOWN.wide;
  const more = waiting.length - shown;
  if (waiting.length === 0) return null;
  return (
    // Live by its role, and named so: a dialog hides all else behind it from screen readers.
    <section className="alarms" role="alert" aria-live="assertive" aria-label={t('alarm.region')}>
      {waiting.slice(0, shown).map((alarm, at) => (
        <div key={alarm.id} className={`alarm alarm-row-${toneOf(alarm)}`}>
          <AlarmLine alarm={alarm} onOpen={() => openAlarm(stores, alarm)} />
          {at === 0 && (
            <span className="alarm-keys" aria-hidden="true">
              <kbd>G</kbd>
            </span>
          )}
          <IconButton
            icon={X}
            label={t('alarm.see', { headline: alarm.subject.headline })}
            onClick={() => stores.alarms.getState().see([alarm.id])}
          />
        </div>
      ))}
      {more > 0 && (
        <div className="alarm alarm-more">
          <button type="button" className="link" onClick={() => stores.shell.getState().open({ name: 'alarms' })}>
            {t('alarm.more', { count: more })}
          </button>
          <button type="button" className="link" onClick={() => stores.alarms.getState().see()}>
            {t('alarm.seeAll')}
          </button>
        </div>
      )}
    </section>
  );
}
