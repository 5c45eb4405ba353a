import type { Block } from '../dispatch.ts';
import { type Dateline, dateline } from './dateline.ts';

/** A body without its dateline, and what that said. */
export interface Placed {
  readonly body: Block[];
  readonly place?: string;
  readonly agency?: string;
}

/** Takes the dateline off the first paragraph; one that fills its paragraph leaves none. */
export function takeDateline(blocks: readonly Block[], options: { colon?: boolean } = {}): Placed {
  const [first, ...rest] = blocks;
  const line: Dateline | undefined = first?.type === 'paragraph' ? dateline(first.text, options) : undefined;
  if (!line) return { body: [...blocks] };
  return {
    body: line.rest === '' ? rest : [{ type: 'paragraph', text: line.rest }, ...rest],
    ...(line.place ? { place: line.place } : {}),
    ...(line.agency ? { agency: line.agency } : {}),
  };
}
