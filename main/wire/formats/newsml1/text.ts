import type { Block } from '../../dispatch.ts';
import { at, attributeOf, childrenOf, find, isElement, type MarkupElement, rawText } from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { textOrHtmlToBlocks } from '../../markup/plain-blocks.ts';
import { nitfBody } from '../nitf.ts';

export interface ChosenText {
  readonly body: Block[];
  /** The NITF document that contains the text, if any. */
  readonly nitf?: MarkupElement;
  /** True for the script or caption of a film, sound or picture. */
  readonly illustrates: boolean;
  /** The beginning of the text. */
  readonly opening: string;
}

interface Candidate {
  readonly content: MarkupElement;
  readonly roles: readonly string[];
  /** The language of its component, as written. */
  readonly language: string | undefined;
  readonly length: number;
}

const notText = /^(?:image|video|audio|application|text\/css|text\/javascript)/i;
const notBody = /^(?:abstract|stylesheet|title|headline|caption|logo|thumbnail|teaser|lead|keywords?|byline|credit)$/i;
const illustration = /^(?:video|clip|audio|sound|photo|picture|image|graphic|animation)$/i;

/**
 * The text of a NewsItem: the text content with the role of main part or body, else the longest. Abstract, headline and captions
 * have components of their own; a lead goes before the body. Of equivalents in several languages (NewsML 1.2, EquivalentsList)
 * the first is taken, as with their headlines.
 */
export function chooseText(item: MarkupElement): ChosenText | undefined {
  const all = [...candidates(item, [], undefined)];
  const language = all.find((candidate) => candidate.language !== undefined)?.language;
  const isForeign = (candidate: Candidate) =>
    Number(candidate.language !== undefined && candidate.language !== language);
  const ranked = all
    .filter((candidate) => !candidate.roles.some((role) => notBody.test(role)))
    .sort((a, b) => rank(b) - rank(a) || isForeign(a) - isForeign(b) || b.length - a.length);
  const chosen = ranked[0] ?? all.find((candidate) => !candidate.roles.some((role) => /^stylesheet$/i.test(role)));
  if (!chosen) return undefined;
  const nitf = find(chosen.content, 'nitf');
  const body = contentBlocks(chosen.content, nitf);
  const lead = all.find((candidate) => candidate !== chosen && candidate.roles.some((role) => /^lead$/i.test(role)));
  const opening = rawText(chosen.content).trimStart().slice(0, 2000);
  const before = lead && !repeats(opening, lead) ? contentBlocks(lead.content, find(lead.content, 'nitf')) : [];
  return {
    body: [...before, ...body],
    ...(nitf ? { nitf } : {}),
    illustrates: chosen.roles.some((role) => illustration.test(role)),
    opening,
  };
}

const repeats = (opening: string, lead: Candidate): boolean =>
  opening.includes(rawText(lead.content).trim().slice(0, 60));

const rank = (candidate: Candidate): number =>
  candidate.roles.some((role) => illustration.test(role))
    ? 0
    : candidate.roles.some((role) => /^(?:main|body)$/i.test(role))
      ? 2
      : 1;

function* candidates(
  component: MarkupElement,
  roles: readonly string[],
  outer: string | undefined,
): Generator<Candidate> {
  const language = attributeOf(component, 'xml:lang') ?? outer;
  const role = attributeOf(at(component, 'Role'), 'FormalName');
  const here = role ? [...roles, role] : roles;
  for (const child of component.children) {
    if (!isElement(child)) continue;
    if (child.name === 'ContentItem') {
      const content = at(child, 'DataContent');
      const length = rawText(content).trim().length;
      if (content && length > 0 && isText(child)) yield { content, roles: here, language, length };
    } else if (/^(?:NewsComponent|NewsItem|Update)$/.test(child.name)) yield* candidates(child, here, language);
  }
}

function isText(contentItem: MarkupElement): boolean {
  const mime = attributeOf(at(contentItem, 'MimeType'), 'FormalName') ?? '';
  const media = attributeOf(at(contentItem, 'MediaType'), 'FormalName') ?? '';
  if (/xml|xhtml|nitf/i.test(mime)) return true;
  return !notText.test(mime) && !/^(?:photo|graphic|image|video|audio|animation|binary)/i.test(media);
}

function contentBlocks(content: MarkupElement, nitf: MarkupElement | undefined): Block[] {
  if (nitf) return nitfBody(nitf);
  return childrenOf(content).length > 0 ? blocksOf(content.children) : textOrHtmlToBlocks(rawText(content));
}
