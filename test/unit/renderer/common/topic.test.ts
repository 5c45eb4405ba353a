import { expect, test } from 'vitest';
import { TOPIC_NAMES } from '../../../../main/wire/story/topic-names.ts';
import { topicName } from '../../../../renderer/common/topic.ts';
import { translator } from '../../../../renderer/i18n/translate.ts';

test('every topic has a name in both languages', () => {
  const topics = Object.keys(TOPIC_NAMES).map((digits) => `medtop:${digits}000000`);
  expect(topics.map((topic) => topicName(topic, translator('en')))).toEqual(Object.values(TOPIC_NAMES));
  expect(topicName('medtop:17000000', translator('de'))).toBe('Wetter');
  expect(new Set(topics.map((topic) => topicName(topic, translator('de')))).size).toBe(17);
});

test('a topic of a later version stays its code', () => {
  expect(topicName('medtop:18000000', translator('en'))).toBe('medtop:18000000');
});
