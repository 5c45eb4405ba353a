import { z } from 'zod';
import { INVITATION_PREFIX } from '../../preload/contract/sharing.ts';

/** Where a server is and how its certificate is checked. */
export const Address = z.object({
  host: z.string().min(1).max(255),
  port: z.int().min(1).max(65_535),
  database: z.string().min(1).max(63),
  /** The certificate authority in PEM; absent: the system's. */
  ca: z.string().max(20_000).optional(),
  /** The connection goes through a pool that has no sessions (PgBouncer in transaction mode): no LISTEN. */
  pooled: z.boolean().optional(),
});
export type Address = z.infer<typeof Address>;

export const Invitation = Address.extend({ user: z.string().min(1).max(63), secret: z.string().min(1).max(200) });
export type Invitation = z.infer<typeof Invitation>;

/** An invitation as one line of text that survives mail and chat. */
export const invitationText = (invitation: Invitation): string =>
  INVITATION_PREFIX + Buffer.from(JSON.stringify(invitation)).toString('base64url');

/** The invitation in a text, which may have been wrapped on its way; undefined if there is none. */
export function invitationIn(text: string): Invitation | undefined {
  const line = text.replace(/\s+/g, '');
  if (!line.startsWith(INVITATION_PREFIX)) return undefined;
  try {
    return Invitation.parse(
      JSON.parse(Buffer.from(line.slice(INVITATION_PREFIX.length), 'base64url').toString('utf8')),
    );
  } catch {
    return undefined;
  }
}
