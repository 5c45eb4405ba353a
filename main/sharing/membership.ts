import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import type { Message } from '../../preload/contract/messages.ts';
import { JsonFile, migrate, type Shape } from '../library/library.ts';
import { Address } from './invitation.ts';

const Content = z.object({
  version: z.literal(1),
  address: Address,
  user: z.string(),
  /** To whom bookmarks, tags, notes and "taken" belong. */
  marks: z.enum(['desk', 'person']),
  /** Saved searches and rules are shared with the desk. */
  lists: z.boolean().default(false),
  /** Grows when everything has to be offered again. */
  epoch: z.int(),
  /** The number of the last change that is known here, by scope; also of the last dispatch. */
  cursors: z.record(z.string(), z.int()),
  /** Milliseconds that the server's clock is ahead of this computer's, as last measured. */
  offset: z.int(),
});
/** Where this library belongs, and how far it has read there. The secret is kept apart (secret.ts). */
export type Membership = z.infer<typeof Content>;

const shape: Shape<Membership | null> = {
  parse: (text, onOlder) => {
    const found: unknown = JSON.parse(text);
    return found === null ? null : Content.parse(migrate(found, [], onOlder));
  },
  print: (content) => `${JSON.stringify(content, null, 2)}\n`,
};

/** `sharing.json` of a data folder; its data is null while nothing is shared. */
export function openMembership(dataFolder: string, notice: (notice: Message) => void): LowSync<Membership | null> {
  const low = new LowSync<Membership | null>(new JsonFile(join(dataFolder, 'sharing.json'), shape, notice), null);
  low.read();
  return low;
}
