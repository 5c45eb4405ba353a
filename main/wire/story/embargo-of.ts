import { agencyZone } from '../agencies/agency.ts';
import { timeBy } from '../agencies/agency-time.ts';
import { blockText } from '../dispatch.ts';
import { BERLIN } from '../times/times.ts';
import { embargoTimeIn, readEmbargo, speaksOfEmbargo } from './embargo.ts';
import type { Facts, KnownStory } from './facts.ts';
import { statusOf } from './words.ts';

/** The embargo on a story: its end where that is known, and the sentence that says so. */
export interface StoryEmbargo {
  /** ISO 8601 with offset. */
  readonly until?: string | undefined;
  readonly text?: string | undefined;
}

/** Blocks of marked-up copy in front of which, or in which, an agency says it. */
const TOP_BLOCKS = 2;
/** Characters and lines of typed copy among which it stands. */
const TOP_CHARS = 1_500;
const TOP_LINES = 40;

/**
 * The embargo a story is under, undefined where there is none: a release time or status of its own, a note to the desk, or a line
 * above the text. In marked-up copy, which has fields for it, such a line counts only when its time can be read.
 */
export function embargoOf(facts: Facts, story: KnownStory): StoryEmbargo | undefined {
  const { source, sentAt, zone } = story;
  const note = story.notes.find(speaksOfEmbargo);
  const isStated = statusOf(facts.statusWord) === 'embargoed';
  const until =
    releaseTime(facts, story) ?? embargoTimeIn(note ?? (isStated ? story.notes[0] : undefined), source, sentAt, zone);
  if (until !== undefined || (note !== undefined && !facts.isTyped)) return { until };
  const line = facts.isTyped ? typedLine(facts, story) : markedUpLine(facts, story);
  return line ?? (isStated || note !== undefined ? {} : undefined);
}

/** Some systems write `false` or the year 1 for "none", some a sentence. */
function releaseTime({ releaseTime: raw, clocks = [] }: Facts, { source, zone }: KnownStory): string | undefined {
  if (!raw || /^(?:false|0|no|none|null)$/i.test(raw)) return undefined;
  const known = [source, ...clocks].map(agencyZone).find((name) => name !== undefined);
  const until = timeBy(raw, { known, assumed: zone ?? BERLIN }).iso ?? embargoTimeIn(raw, source, undefined, zone);
  return until !== undefined && until >= '1900' ? until : undefined;
}

function markedUpLine(facts: Facts, { headline, body, source, sentAt, zone }: KnownStory): StoryEmbargo | undefined {
  if (sentAt === undefined) return undefined;
  const top = [headline ?? '', ...body.slice(0, TOP_BLOCKS).map(blockText)].join('\n');
  const embargo = readEmbargo(top, sentAt, facts.zone ?? agencyZone(source) ?? zone ?? BERLIN);
  return embargo?.until === undefined ? undefined : embargo;
}

function typedLine(
  facts: Facts,
  { headline, body, notes, source, sentAt, receivedAt, zone }: KnownStory,
): StoryEmbargo | undefined {
  const lines = (facts.body ?? []).flatMap((part) => (part.type === 'typed' ? part.lines.slice(0, TOP_LINES) : []));
  const top = [...lines.slice(0, TOP_LINES), ...body.slice(0, TOP_BLOCKS).map(blockText)]
    .join('\n')
    .slice(0, TOP_CHARS);
  const text = [...(facts.above ?? []), headline ?? '', ...notes, top].join('\n');
  return readEmbargo(text, sentAt ?? receivedAt, facts.zone ?? agencyZone(source) ?? zone ?? BERLIN);
}
