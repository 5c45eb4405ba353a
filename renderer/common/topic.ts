import type { MessageKey, Translate } from '../i18n/translate.ts';

/** The top terms of the IPTC Media Topics, by QCode. */
const NAMES: Readonly<Record<string, MessageKey>> = {
  'medtop:01000000': 'topic.arts',
  'medtop:02000000': 'topic.crime',
  'medtop:03000000': 'topic.disaster',
  'medtop:04000000': 'topic.economy',
  'medtop:05000000': 'topic.education',
  'medtop:06000000': 'topic.environment',
  'medtop:07000000': 'topic.health',
  'medtop:08000000': 'topic.people',
  'medtop:09000000': 'topic.labour',
  'medtop:10000000': 'topic.lifestyle',
  'medtop:11000000': 'topic.politics',
  'medtop:12000000': 'topic.religion',
  'medtop:13000000': 'topic.science',
  'medtop:14000000': 'topic.society',
  'medtop:15000000': 'topic.sport',
  'medtop:16000000': 'topic.conflict',
  'medtop:17000000': 'topic.weather',
};

/** A topic of a dispatch as the window shows it; one that only a later version knows by its code. */
export function topicName(topic: string, t: Translate): string {
  const key = NAMES[topic];
  return key === undefined ? topic : t(key);
}
