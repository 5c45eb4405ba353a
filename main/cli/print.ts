import { once } from 'node:events';
import type { Message } from '../../preload/contract/messages.ts';
import { hostText } from '../../renderer/i18n/host-text.ts';

/** A message as the command line shows it. */
export const inEnglish = (message: Message): string => hostText(message, 'en').text;

/**
 * Writes to standard output and waits when the reader of a pipe is slow. If the reader has closed the pipe (`| head`), the
 * program ends quietly.
 */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
