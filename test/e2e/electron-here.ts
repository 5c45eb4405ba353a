import { hasDisplay } from '../../scripts/browser.mjs';
import { electronBinary } from '../../scripts/electron-binary.mjs';

/** Why the specs cannot run against Electron here; undefined when they can. Decided without starting it. */
export const noElectron =
  electronBinary() === undefined
    ? 'there is no Electron binary here (npx install-electron fetches it)'
    : hasDisplay()
      ? undefined
      : 'there is no display for Electron';
