import { contextBridge, ipcRenderer } from 'electron';
import { clientOver } from './contract/client.ts';
import type { ReaderClient } from './contract/contract.ts';
import { channels } from './contract/transport.ts';

const client = clientOver({
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input),
  onEvent: (listener) =>
    void ipcRenderer.on(channels.event, (_event, name: unknown, data: unknown) => listener(name, data)),
});

// Plain functions only: the page gets neither ipcRenderer nor an event object.
const depesche: ReaderClient = {
  call: (name, input) => client.call(name, input),
  on: (name, listener) => client.on(name, (event) => listener(event)),
};
contextBridge.exposeInMainWorld('depesche', depesche);
