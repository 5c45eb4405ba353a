import type { ReaderClient } from '../preload/contract/contract.ts';

declare global {
  interface Window {
    /** Set by Electron's preload script; absent in a browser, see loopback.ts. */
    readonly depesche?: ReaderClient;
  }
}
