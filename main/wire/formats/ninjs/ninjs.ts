import { message } from '../../../../preload/contract/messages.ts';
import type { Problem } from '../../dispatch.ts';
import { isRecord, lowerKeys, recordOf, textOf } from '../../markup/json-value.ts';
import { completeDraft } from '../../story/agency-draft.ts';
import type { Draft } from '../../story/draft.ts';
import { type JsonReader, jsonFormat } from '../../story/json-document.ts';
import { notAStory, readEach } from '../../story/xml-format.ts';
import { ninjsFound } from './item.ts';

/** ninjs of the IPTC, 1.x to 3.x, with the additions of Superdesk; single items, lists of them and wrappers around lists. */
export const ninjsReader: JsonReader = {
  name: 'ninjs',
  keys: /"(?:uri|guid|items?|_items|versioncreated|versionCreated)"\s*:/,
  claims: (value) => {
    const items = itemsOf(value);
    return items.length > 0 && items.some(isItem);
  },
  read: (value) => readEach(itemsOf(value), readItem),
};

export const ninjs = jsonFormat(ninjsReader);

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isItem(value)) return [value];
  const record = recordOf(value);
  const list = [record.item, record.items, record._items].find(Array.isArray);
  return list ?? [];
}

function isItem(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const item = lowerKeys(value);
  if (Array.isArray(item.items) || Array.isArray(item.item)) return false;
  const named = textOf(item.uri) !== undefined || (textOf(item.guid) !== undefined && 'headline' in item);
  return named || ('versioncreated' in item && ('headline' in item || 'headlines' in item));
}

function readItem(value: unknown, index: number): Draft | Problem {
  if (!isItem(value)) return notAStory(message('item.other-format', { format: 'ninjs', item: index + 1 }));
  const { found, type } = ninjsFound(value);
  const name = { format: 'ninjs', item: found.guid ?? index + 1 };
  const illustrates = /^(?:picture|photo|graphic|audio|video|animation|image|component|event|planning)$/.test(type);
  if (illustrates && found.body.length === 0 && found.status === 'usable')
    return notAStory(message('item.media-only', { ...name, media: type }));
  const draft = completeDraft(illustrates ? { ...found, signal: 'advisory' } : found);
  return draft ?? notAStory(message('item.no-text', name));
}
