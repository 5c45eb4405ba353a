import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const SECRET_BYTES = 24;
const SALT_BYTES = 16;
/** PostgreSQL's own number (SCRAM_SHA_256_DEFAULT_ITERATIONS). The passwords are random: more would slow down nothing but the login. */
const ITERATIONS = 4_096;
const KEY_BYTES = 32;

/** A random password in ASCII. */
export const newPassword = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/**
 * What PostgreSQL stores of a password (RFC 5803 as in PostgreSQL's scram-common.c). Sent instead of the password, so that no log of
 * statements has it. The password must be ASCII: no SASLprep here.
 */
export function verifierOf(password: string, salt: Buffer = randomBytes(SALT_BYTES)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, KEY_BYTES, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}
