import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { JsonFile, type Shape } from './json-file.ts';
import { migrate, NewerFile } from './migrations.ts';

const Content = z.object({ version: z.literal(1), id: z.string().regex(/^[0-9a-z]{5}$/) });
const shape: Shape<string> = {
  parse: (text, onOlder) => Content.parse(migrate(JSON.parse(text), [], onOlder)).id,
  print: (id) => `${JSON.stringify({ version: 1, id })}\n`,
};

const DIGITS = 36;
const ID_CHARS = 5;

/**
 * The id of a data folder, used in the stamps of changes made there: five characters of a–z and 0–9, created once and then read
 * from `desk.json`. `notice` is called if that file is damaged or of a newer program, which is left as it is.
 */
export function deskId(dataFolder: string, notice: (notice: Message) => void): string {
  const file = new LowSync<string>(new JsonFile(join(dataFolder, 'desk.json'), shape, notice), '');
  try {
    file.read();
  } catch (error) {
    if (!(error instanceof NewerFile)) throw error;
    // Stamps are as good with an id for this run only.
    notice(message('library.newer-unused', { path: error.file.path }));
    return newId();
  }
  if (file.data !== '') return file.data;
  file.data = newId();
  file.write();
  return file.data;
}

const newId = (): string =>
  randomInt(1, DIGITS ** ID_CHARS)
    .toString(DIGITS)
    .padStart(ID_CHARS, '0');
