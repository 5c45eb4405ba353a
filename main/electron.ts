import { startDesktop } from './desktop/start.ts';

// Not awaited: Electron says that it is ready only after this module has been evaluated.
startDesktop();
