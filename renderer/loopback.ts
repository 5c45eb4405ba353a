import type { ReaderClient } from '../preload/contract.ts';

/** The client of a page that no Electron window shows. */
export function connectLoopback(): ReaderClient {
  throw new Error('This page has no host to talk to.');
}
