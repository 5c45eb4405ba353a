import { message } from '../../../preload/contract/messages.ts';
import { repairedFields } from '../bytes/mojibake.ts';
import type { Block } from '../dispatch.ts';
import type { Facts, TypedCopy } from './facts.ts';

/** Mojibake that a file hides from its bytes, in escapes of JSON or references of XML, is repaired in the fields of its story. */
export function repairedFacts(facts: Facts): Facts {
  const found: string[] = [];
  withTexts(facts, (text) => {
    if (SUSPECT.test(text)) found.push(text);
    return text;
  });
  const repaired = found.length > 0 ? repairedFields(found) : undefined;
  if (repaired === undefined || repaired.size === 0) return facts;
  const whole = withTexts(facts, (text) => repaired.get(text) ?? text);
  return { ...whole, warnings: [...(facts.warnings ?? []), message('encoding.twice')] };
}

/** The first byte of a character of UTF-8 as windows-1252. */
const SUSPECT = /[\u00c2-\u00f4]/;

type Change = (text: string) => string;

/** Facts with each text that people read changed. */
function withTexts(facts: Facts, change: Change): Facts {
  const changed = (text: string | undefined) => (text === undefined ? undefined : change(text));
  const { headline, kicker, subhead, slug, byline, dateline, place } = facts;
  return {
    ...facts,
    headline: changed(headline),
    kicker: changed(kicker),
    subhead: changed(subhead),
    slug: changed(slug),
    byline: changed(byline),
    dateline: changed(dateline),
    place: changed(place),
    keywords: facts.keywords?.map(changed) ?? [],
    categories:
      facts.categories?.map((category) =>
        typeof category === 'object' ? { ...category, name: changed(category.name) } : changed(category),
      ) ?? [],
    notes: facts.notes?.map((note) => ({ ...note, text: changed(note.text) })) ?? [],
    body: facts.body?.map((block) => withText(block, change)) ?? [],
  };
}

/** Texts with marks stay: the places of these would no longer be right. */
function withText(block: Block | TypedCopy, change: Change): Block | TypedCopy {
  if (block.type === 'typed') return { ...block, lines: block.lines.map(change) };
  if (block.type === 'list')
    return { ...block, items: block.items.map((item) => (item.marks ? item : { text: change(item.text) })) };
  if (block.type === 'table' || ('marks' in block && block.marks)) return block;
  return { ...block, text: change(block.text) };
}
