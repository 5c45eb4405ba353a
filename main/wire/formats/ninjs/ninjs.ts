import { message } from '../../../../preload/contract/messages.ts';
import type { Problem } from '../../dispatch.ts';
import { firstText, isRecord, lowerKeys, recordOf, textOf } from '../../markup/json-value.ts';
import type { Facts } from '../../story/facts.ts';
import { notAStory } from '../../story/reading.ts';
import { statusOf } from '../../story/words.ts';
import type { JsonShape } from '../generic/json.ts';
import { announcementFacts, isAnnouncement } from './event.ts';
import { itemFacts } from './item.ts';
import { inLanguages } from './languages.ts';

const LABEL = 'ninjs';

/**
 * ninjs of the IPTC, 1.x to 3.x, with the additions of Superdesk and Reuters Connect; single items, lists of them and wrappers
 * around either.
 */
export const ninjs: JsonShape = {
  name: 'ninjs',
  label: LABEL,
  claims: (value) => itemsOf(value).some(isItem),
  stories: (value) =>
    itemsOf(value)
      .flatMap(inLanguages)
      .map((found, index) => {
        const { uri, guid } = lowerKeys(found);
        const item = firstText(uri, guid) ?? index + 1;
        return { item, read: () => readItem(found, item) };
      }),
};

function itemsOf(value: unknown, depth = 0): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isItem(value)) return [value];
  const record = recordOf(value);
  const list = [record.item, record.items, record._items].find(Array.isArray);
  if (list !== undefined) return list;
  // Reuters Connect answers with `data.item`.
  const inner = [record.data, record.item].find(isRecord);
  return inner === undefined || depth > 2 ? [] : itemsOf(inner, depth + 1);
}

function isItem(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const item = lowerKeys(value);
  if (Array.isArray(item.items) || Array.isArray(item.item)) return false;
  const named = textOf(item.uri) !== undefined || (textOf(item.guid) !== undefined && 'headline' in item);
  if (isAnnouncement(item) && (named || (textOf(item.guid) !== undefined && 'name' in item))) return true;
  return named || ('versioncreated' in item && ('headline' in item || 'headlines' in item));
}

function readItem(value: unknown, item: string | number): Facts | Problem {
  if (!isItem(value)) return notAStory(message('item.other-format', { format: LABEL, item }));
  const { facts, type } = itemFacts(value);
  const keys = lowerKeys(value);
  if (isAnnouncement(keys)) return announcementFacts(keys, facts);
  const illustrates = /^(?:picture|photo|graphic|audio|video|animation|image|component)$/.test(type);
  if (illustrates && facts.body?.length === 0 && statusOf(facts.statusWord) === 'usable')
    return notAStory(message('item.media-only', { format: LABEL, item, media: type }));
  return illustrates ? { ...facts, isNotice: true } : facts;
}
