import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

/** The keychain of the system, where the host has one. */
export interface Keychain {
  /** A text that only this user of this computer can open. */
  seal(text: string): string;
  /** Throws if it was sealed elsewhere. */
  open(sealed: string): string;
}

const Passwords = z.object({
  /** The one that worked last. */
  password: z.string(),
  /** The one that is replacing it: after a crash either may be right. */
  next: z.string().optional(),
});
export type Passwords = z.infer<typeof Passwords>;

const File = z.union([z.object({ sealed: z.string() }), Passwords]);

/** Only the user may read it. */
const MODE = 0o600;

/** The passwords of a library's login: sealed by the keychain, else in a file that only the user can read. */
export class SecretFile {
  private readonly path: string;
  private readonly keychain: () => Keychain | undefined;

  constructor(dataFolder: string, keychain: () => Keychain | undefined = () => undefined) {
    this.path = join(dataFolder, 'sharing-secret.json');
    this.keychain = keychain;
  }

  /** Undefined if there are none, or none that can be opened here. */
  read(): Passwords | undefined {
    if (!existsSync(this.path)) return undefined;
    try {
      const file = File.parse(JSON.parse(readFileSync(this.path, 'utf8')));
      if (!('sealed' in file)) return file;
      const keychain = this.keychain();
      return keychain && Passwords.parse(JSON.parse(keychain.open(file.sealed)));
    } catch {
      return undefined;
    }
  }

  write(passwords: Passwords): void {
    const text = JSON.stringify(passwords);
    const keychain = this.keychain();
    const content = keychain ? JSON.stringify({ sealed: keychain.seal(text) }) : text;
    writeFileAtomic.sync(this.path, `${content}\n`, { mode: MODE });
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}
