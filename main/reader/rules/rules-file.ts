import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { Rule } from '../../../preload/contract/contract.ts';
import type { Message } from '../../../preload/contract/messages.ts';
import { JsonFile, migrate, type Shape } from '../../library/library.ts';

const Content = z.object({
  version: z.literal(1),
  /** In the order in which they test a dispatch. */
  rules: z.array(Rule),
});
export type RulesContent = z.infer<typeof Content>;

const shape: Shape<RulesContent> = {
  parse: (text, onOlder) => Content.parse(migrate(JSON.parse(text), [], onOlder)),
  print: (content) => `${JSON.stringify(content, null, 2)}\n`,
};

/** Opens `rules.json` of a data folder; `notice` is called if it is damaged. */
export function openRules(dataFolder: string, notice: (notice: Message) => void): LowSync<RulesContent> {
  const low = new LowSync<RulesContent>(new JsonFile(join(dataFolder, 'rules.json'), shape, notice), {
    version: 1,
    rules: [],
  });
  low.read();
  return low;
}
