import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { AlarmCause } from '../../../preload/contract/contract.ts';
import { playSound } from '../../alarm/sound.ts';
import { useStores, useTexts } from '../../state/context.ts';
import { Choice } from './controls.tsx';
import { Setting } from './Setting.tsx';

const DEFAULT_QUIET = { from: '22:00', to: '06:00' };
const NO_SOUNDS: readonly AlarmCause[] = [];

/** How the user is told of alarms and new dispatches. */
export function AlarmSettings() {
  const { settings: store } = useStores();
  const t = useTexts();
  const { settings, info, change } = useStore(store);
  const { notify, alarmSounds = NO_SOUNDS, quietHours } = settings;
  const isBrowser = info?.host === 'browser';
  const id = useId();
  return (
    <>
      <Setting name="notify" label={t('settings.notify')}>
        <Choice
          label={t('settings.notify')}
          value={isBrowser && notify === 'all' ? 'urgent' : notify}
          options={[
            ['none', t('settings.notify.none')],
            ['urgent', t('settings.notify.alarms')],
            // A page notifies of alarms only.
            ...(isBrowser ? [] : [['all', t('settings.notify.all')] as const]),
          ]}
          onChange={(value) => void change({ notify: value })}
        />
        {isBrowser && notify !== 'none' && <Permission />}
      </Setting>
      <Setting name="alarmSounds" label={t('settings.sounds')}>
        <fieldset className="sounds">
          <legend>{t('settings.sounds')}</legend>
          {AlarmCause.options.map((cause) => (
            <label key={cause}>
              <input
                type="checkbox"
                checked={alarmSounds.includes(cause)}
                onChange={({ target }) => {
                  if (target.checked) playSound(cause);
                  const others = alarmSounds.filter((other) => other !== cause);
                  void change({ alarmSounds: target.checked ? [...others, cause] : others });
                }}
              />
              {t(`alarm.${cause}`)}
            </label>
          ))}
        </fieldset>
      </Setting>
      <Setting name="quietHours" label={t('settings.quiet')}>
        <div className="setting quiet-setting">
          <label>
            <input
              type="checkbox"
              checked={quietHours !== null && quietHours !== undefined}
              onChange={({ target }) => void change({ quietHours: target.checked ? DEFAULT_QUIET : null })}
            />
            {t('settings.quiet')}
          </label>
          {quietHours && (
            <span className="quiet-hours">
              {(['from', 'to'] as const).map((end) => (
                <input
                  key={end}
                  id={`${id}-${end}`}
                  type="time"
                  aria-label={t(`settings.quiet.${end}`)}
                  value={quietHours[end]}
                  onChange={({ target }) =>
                    target.value !== '' && void change({ quietHours: { ...quietHours, [end]: target.value } })
                  }
                />
              ))}
            </span>
          )}
        </div>
      </Setting>
    </>
  );
}

/** A browser shows notifications of a page only if the user has allowed them. */
function Permission() {
  const t = useTexts();
  const [state, setState] = useState(typeof Notification === 'undefined' ? 'denied' : Notification.permission);
  if (state === 'granted') return <p className="quiet">{t('settings.notify.allowed')}</p>;
  if (state === 'denied') return <p className="quiet">{t('settings.notify.denied')}</p>;
  return (
    <button type="button" className="button" onClick={async () => setState(await Notification.requestPermission())}>
      {t('settings.notify.allow')}
    </button>
  );
}
