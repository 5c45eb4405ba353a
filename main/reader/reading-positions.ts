import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { MAX_POSITIONS, PlaceInText } from '../../preload/contract/contract.ts';
import type { Message } from '../../preload/contract/messages.ts';
import { JsonFile, migrate, type Shape } from '../library/library.ts';

const Content = z.object({
  version: z.literal(1),
  /** The one left last at the end. */
  positions: z.array(PlaceInText),
});
type Content = z.infer<typeof Content>;

const shape: Shape<Content> = {
  parse: (text, onOlder) => Content.parse(migrate(JSON.parse(text), [], onOlder)),
  print: (content) => `${JSON.stringify(content)}\n`,
};

/** How far the dispatches read last were read, in a file. */
export class ReadingPositions {
  private readonly low: LowSync<Content>;

  /** `notice` is called if the file is damaged. */
  constructor(dataFolder: string, notice: (notice: Message) => void) {
    const path = join(dataFolder, 'positions.json');
    this.low = new LowSync<Content>(new JsonFile(path, shape, notice), { version: 1, positions: [] });
    this.low.read();
  }

  get all(): PlaceInText[] {
    return this.low.data.positions;
  }

  /** Keeps positions; a dispatch without one is at its beginning. */
  put(left: readonly { readonly id: string; readonly position?: PlaceInText['position'] | undefined }[]): void {
    const ids = new Set(left.map(({ id }) => id));
    const others = this.all.filter(({ id }) => !ids.has(id));
    const added = left.flatMap(({ id, position }) => (position ? [{ id, position }] : []));
    this.low.data = { version: 1, positions: [...others, ...added].slice(-MAX_POSITIONS) };
    try {
      this.low.write();
    } catch {
      // A full disk: the library reports it, and the text begins at its top.
    }
  }
}
