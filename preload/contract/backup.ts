import { z } from 'zod';
import { Time } from './status.ts';

/** The name of a backup in its folder. */
export const BackupName = z.string().regex(/^depesche-\d{4}-\d{2}-\d{2}-\d{4}(?:-\d{1,3})?\.zip$/);

export const Backups = z.object({
  /** Where they are. */
  folder: z.string(),
  /** The newest first. */
  backups: z.array(z.object({ name: BackupName, at: Time, bytes: z.int() })),
  /** One takes the library's place at the next start. */
  staged: z.boolean(),
});
export type Backups = z.infer<typeof Backups>;
