import type { Address, Invitation } from './invitation.ts';
import type { Membership } from './membership.ts';
import { newPassword } from './password.ts';
import type { Remote } from './remote.ts';
import type { SecretFile } from './secret.ts';

/** Loaded on demand: most libraries are never shared. */
async function open(address: Address, user: string, password: string, signal?: AbortSignal): Promise<Remote> {
  const { Remote } = await import('./remote.ts');
  return Remote.open(address, user, password, signal);
}

/**
 * Redeems an invitation: its secret is replaced by a password that only this library knows. Rejects, and leaves the passwords that were
 * there, if the server does not accept it.
 */
export async function redeem({ user, secret, ...address }: Invitation, file: SecretFile): Promise<void> {
  const before = file.read();
  const next = newPassword();
  // Before the server has it: after a crash in between either may be the right one.
  file.write({ password: secret, next });
  try {
    const remote = await open(address, user, secret);
    try {
      await remote.join(user, next);
    } finally {
      remote.close();
    }
  } catch (error) {
    if (before) file.write(before);
    else file.remove();
    throw error;
  }
  file.write({ password: next });
}

/** Connects with the password of this library; `signal` gives the attempt up. */
export async function login({ address, user }: Membership, file: SecretFile, signal: AbortSignal): Promise<Remote> {
  const passwords = file.read();
  if (!passwords) throw Object.assign(new Error('no password'), { code: '28P01' });
  const { password, next } = passwords;
  if (next === undefined) return open(address, user, password, signal);
  const remote = await open(address, user, next, signal).catch(() => open(address, user, password, signal));
  file.write({ password: next });
  return remote;
}
