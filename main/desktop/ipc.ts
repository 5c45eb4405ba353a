import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
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
 * Answers calls of our pages only, and sends them every event of the reader. Returns a function that connects a window; its
 * promise resolves at the first call of the page: from then on it listens to events.
 */
export function connectWindows(reader: Reader): (window: BrowserWindow) => Promise<void> {
  const pages = new Map<WebContents, { readonly window: BrowserWindow; readonly called: () => void }>();
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown): Promise<Answer> | Answer => {
    const page = pages.get(event.sender);
    if (!page || !isOurPage(event)) return { error: { message: 'Only the window of the reader may ask.' } };
    page.called();
    return answer(reader.handlers, name, input);
  });
  for (const name of Object.keys(events) as EventName[])
    reader.on(name, (event) => {
      for (const { window } of pages.values()) tell(window, name, event);
    });
  return (window) => {
    const { webContents } = window;
    window.once('closed', () => pages.delete(webContents));
    return new Promise((called) => pages.set(webContents, { window, called }));
  };
}

const isOurPage = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${ORIGIN}/`);
