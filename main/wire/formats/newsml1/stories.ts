import type { Block } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  everyElement,
  find,
  lineText,
  type MarkupElement,
} from '../../markup/markup.ts';
import { type ChosenText, chooseText } from './text.ts';

interface Story {
  readonly headline: string;
  readonly text: ChosenText;
}

/**
 * The text of all stories of a NewsItem. Status and revisions belong to the item (NewsML 1.2, NewsManagement), so its stories
 * are one dispatch, with each further story below its headline.
 */
export function itemText(item: MarkupElement): ChosenText | undefined {
  const [first, ...others] = storiesOf(item);
  if (!first || others.length === 0) return chooseText(item);
  return { ...first.text, body: [...first.text.body, ...others.flatMap(belowHeadline)] };
}

const belowHeadline = ({ headline, text }: Story): Block[] => [
  { type: 'heading', level: 2, text: headline },
  ...text.body,
];

/** Sibling components that each have a headline and a text; none if they are parts or versions of one story. */
function storiesOf(item: MarkupElement): Story[] {
  for (const parent of everyElement(item)) {
    if (parent.name !== 'NewsComponent') continue;
    const components = childrenOf(parent, 'NewsComponent');
    // This also avoids reading nested text once per level.
    if (components.length < 2) continue;
    const stories = components.flatMap(storyOf);
    if (stories.length > 1 && !isOneStory(parent, components, stories)) return stories;
  }
  return [];
}

function storyOf(component: MarkupElement): Story[] {
  const headline = lineText(at(component, 'NewsLines', 'HeadLine'));
  const role = attributeOf(at(component, 'Role'), 'FormalName') ?? 'Main';
  if (headline === undefined || !/^main$/i.test(role)) return [];
  const text = chooseText(component);
  return text && !text.illustrates && text.body.length > 0 ? [{ headline, text }] : [];
}

/** True for one story: a headline above all of them, different languages, equivalents, or texts that start alike. */
function isOneStory(parent: MarkupElement, components: readonly MarkupElement[], stories: readonly Story[]): boolean {
  const languages = distinct(
    components.map(
      (component) => attributeOf(component, 'xml:lang') ?? attributeOf(find(component, 'Language'), 'FormalName'),
    ),
  );
  const openings = stories.map(({ text }) => text.opening.replace(/\s+/g, ' ').slice(0, OPENING));
  return (
    at(parent, 'NewsLines', 'HeadLine') !== undefined ||
    attributeOf(parent, 'EquivalentsList')?.toLowerCase() === 'yes' ||
    languages.length > 1 ||
    distinct(stories.map(({ headline }) => headline)).length < stories.length ||
    distinct(openings).length < stories.length
  );
}

/** Characters at the start in which versions of a text are alike: the short version is the start of the long one. */
const OPENING = 60;
