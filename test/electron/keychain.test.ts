import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../unit/temporary.ts';
import * as standIn from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));
const { systemKeychain } = await import('../../main/desktop/keychain.ts');
const { SecretFile } = await import('../../main/sharing/secret.ts');

test('a secret is sealed by the keychain of the system, and comes back', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'sharing-secret.json');
  const secret = new SecretFile(folder, systemKeychain);
  secret.write({ password: 'ganz geheim' });
  expect(readFileSync(file, 'utf8')).not.toContain('geheim');
  expect(secret.read()).toEqual({ password: 'ganz geheim' });
  // Sealed on another computer, or damaged: the library has to be invited again.
  writeFileSync(file, '{"sealed":"AAAA"}');
  expect(secret.read()).toBeUndefined();
});

test('without a keychain it is in a file that only the user can read', () => {
  standIn.safeStorage.available = false;
  onTestFinished(() => {
    standIn.safeStorage.available = true;
  });
  expect(systemKeychain()).toBeUndefined();
});
