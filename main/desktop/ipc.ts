import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type EventName, type EventOf, events } from '../../preload/contract/contract.ts';
import { type Answer, channels } from '../../preload/contract/transport.ts';
import { answer } from '../reader/answer.ts';
import type { Reader } from '../reader/reader.ts';
import { ORIGIN } from './protocol.ts';

/** Sends an event of the contract to a window; does nothing if the window has been closed. */
export function tell<N extends EventName>(window: BrowserWindow, name: N, event: EventOf<N>): void {
  if (!window.isDestroyed()) window.webContents.send(channels.event, name, event);
}

/**
 * Answers calls from our page only, and sends it every event of the reader. Resolves at the page's first call: from then on it
 * listens to events.
 */
export function connectWindow(reader: Reader, window: BrowserWindow): Promise<void> {
  const called = new Promise<void>((resolve) => {
    ipcMain.handle(channels.call, (event, name: unknown, input: unknown): Promise<Answer> | Answer => {
      if (!isOurPage(event, window)) return { error: { message: 'Only the window of the reader may ask.' } };
      resolve();
      return answer(reader.handlers, name, input);
    });
  });
  for (const name of Object.keys(events) as EventName[]) reader.on(name, (event) => tell(window, name, event));
  return called;
}

function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return (
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.url.startsWith(`${ORIGIN}/`)
  );
}
