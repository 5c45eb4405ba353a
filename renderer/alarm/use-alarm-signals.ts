import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type Alarm, AlarmCause, isQuiet, mayBeShown } from '../../preload/contract/contract.ts';
import { openAlarm } from '../commands/alarm-commands.ts';
import { sourceName } from '../common/source.ts';
import { unseen } from '../state/alarms.ts';
import { useStores, useTexts } from '../state/context.ts';
import type { Stores } from '../state/stores.ts';
import { playSound } from './sound.ts';

const PLAIN_ICON = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href;
const ALARM_ICON = new URL('../../build/icon-alarm.svg', import.meta.url).href;

/** The one of several alarms that is heard. */
const gravest = (alarms: readonly Alarm[], sounds: readonly AlarmCause[]): AlarmCause | undefined =>
  AlarmCause.options.find((cause) => sounds.includes(cause) && alarms.some((alarm) => alarm.cause === cause));

/** A notification of the browser; a click shows the dispatch. Electron's host has the system's. */
function notify(stores: Stores, alarm: Alarm, body: string): void {
  const shown = new Notification(alarm.subject.headline, { body, tag: alarm.subject.id });
  shown.onclick = () => {
    window.focus();
    openAlarm(stores, alarm);
    shown.close();
  };
}

const mayNotify = ({ settings }: Stores): boolean =>
  settings.getState().info?.host === 'browser' &&
  settings.getState().settings.notify !== 'none' &&
  typeof Notification !== 'undefined' &&
  Notification.permission === 'granted' &&
  !document.hasFocus();

/** What says that there are alarms besides the strip: the icon, a sound, a notification. */
export function useAlarmSignals(): void {
  const stores = useStores();
  const t = useTexts();
  const waiting = unseen(useStore(stores.alarms, (state) => state.alarms)).length;
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon && PLAIN_ICON !== undefined) icon.href = waiting > 0 ? ALARM_ICON : PLAIN_ICON;
  }, [waiting]);
  useEffect(
    () =>
      stores.alarms.subscribe(({ raised }, before) => {
        if (raised === before.raised) return;
        const { alarmSounds = [], quietHours } = stores.settings.getState().settings;
        const now = new Date();
        if (isQuiet(quietHours, now)) return;
        const heard = gravest(raised, alarmSounds);
        if (heard) playSound(heard);
        if (!mayNotify(stores)) return;
        for (const alarm of raised.filter(({ subject }) => mayBeShown(subject, now)))
          notify(stores, alarm, `${t(`alarm.${alarm.cause}`)} · ${sourceName(alarm.subject.source, t)}`);
      }),
    [stores, t],
  );
}
