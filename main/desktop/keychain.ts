import { safeStorage } from 'electron';
import type { Keychain } from '../reader/reader.ts';

/** The keychain of the system; undefined where Electron has none, or only one whose key stands in its source (`basic_text`). */
export function systemKeychain(): Keychain | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return undefined;
  return {
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}
