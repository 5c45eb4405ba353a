import type { Block } from '../../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  everyElement,
  find,
  findAll,
  lineText,
  type MarkupElement,
} from '../../markup/markup.ts';
import { blocksOf } from '../../markup/markup-blocks.ts';
import { nitfBody } from '../nitf.ts';

/** The text, results, standings and statistics of a SportsML document, in its order. */
export function sportsBlocks(content: MarkupElement): Block[] {
  const blocks: Block[] = [];
  let events: MarkupElement[] = [];
  const flush = () => {
    blocks.push(...resultBlocks(events));
    events = [];
  };
  for (const element of everyElement(content)) {
    if (element.name === 'sports-event') events.push(element);
    else if (/^(?:standing|statistic|article|sports-article)$/.test(element.name)) {
      flush();
      blocks.push(...(/article$/.test(element.name) ? articleBlocks(element) : statsTable(element)));
    }
  }
  flush();
  return blocks;
}

function articleBlocks(article: MarkupElement): Block[] {
  const nitf = find(article, 'nitf');
  return nitf ? nitfBody(nitf) : blocksOf(article.children);
}

const cell = (text: string | undefined) => ({ text: text ?? '' });
const rowsOf = (rows: readonly (readonly (string | undefined)[])[]) => rows.map((row) => row.map(cell));

/** Games of two sides as rows of one table, contests of many each as a table of its own, and what is told of them as lists. */
function resultBlocks(events: readonly MarkupElement[]): Block[] {
  const games = events.filter((event) => sidesOf(event).length <= 2);
  const rows = games.map(gameRow).filter((row) => row.some((text) => text !== ''));
  return [
    ...(rows.length > 0 ? [{ type: 'table' as const, rows: rowsOf(rows) }] : []),
    ...events.filter((event) => sidesOf(event).length > 2).flatMap(statsTable),
    ...events.flatMap(told),
  ];
}

const sidesOf = (parent: MarkupElement): MarkupElement[] => [
  ...childrenOf(parent, 'team'),
  ...childrenOf(parent, 'player'),
];

const statsOf = (side: MarkupElement): MarkupElement | undefined => at(side, 'team-stats') ?? at(side, 'player-stats');

/** When, the two sides, the score, and the scores of its parts in brackets. */
function gameRow(event: MarkupElement): string[] {
  const sides = [...sidesOf(event)].sort((a, b) => Number(isAway(a)) - Number(isAway(b)));
  const stats = sides.map(statsOf);
  const score = stats.map((found) => attributeOf(found, 'score') ?? '').join(':');
  const periods = stats.map((found) => childrenOf(found, 'sub-score').map((part) => attributeOf(part, 'score') ?? ''));
  const parts = (periods[0] ?? []).map((part, i) => `${part}:${periods[1]?.[i] ?? ''}`);
  const result = score === ':' ? '' : score;
  return [
    momentOf(attributeOf(at(event, 'event-metadata'), 'start-date-time')),
    ...[0, 1].map((i) => nameOf(sides[i]) ?? ''),
    parts.length > 0 ? `${result} (${parts.join(', ')})`.trim() : result,
  ];
}

const metadataOf = (side: MarkupElement | undefined): MarkupElement | undefined =>
  at(side, 'team-metadata') ?? at(side, 'player-metadata') ?? at(side, 'associate-metadata');

const isAway = (side: MarkupElement): boolean => /away$/.test(attributeOf(metadataOf(side), 'alignment') ?? '');

/** `2026-03-15T15:30:00+01:00` as `2026-03-15 15:30`, on the clock of the place. */
const momentOf = (time: string | undefined): string => time?.slice(0, 16).replace('T', ' ') ?? '';

/** `<name full="…"/>`, `<name first="…" last="…"/>`, or the text of SportsML 3. */
function nameOf(side: MarkupElement | undefined): string | undefined {
  const names = childrenOf(metadataOf(side), 'name');
  const full = names.find((name) => /full$/.test(attributeOf(name, 'role') ?? '')) ?? names[0];
  const parts = distinct([attributeOf(full, 'first'), attributeOf(full, 'last')]).join(' ');
  return attributeOf(full, 'full') ?? (parts || attributeOf(full, 'nickname') || lineText(full));
}

/** What stands in statistics beside figures. */
const NO_FIGURE =
  /(?:-key|-type|-class|-units|-scope|-scoping-label|-coverage|^key|^class|^style|^id|^event-outcome|^result-status)$/;
/** More columns than anybody reads. */
const MAX_COLUMNS = 24;

/** A table of sides and their figures, under the standard's own names. */
function statsTable(parent: MarkupElement): Block[] {
  const teams = sidesOf(parent);
  const sides =
    teams.length > 0 ? teams.flatMap((team) => [team, ...childrenOf(team, 'player')]) : findAll(parent, 'player');
  const rows = sides.map((side) => ({ name: nameOf(side) ?? '', figures: figuresOf(side) }));
  const filled = rows.filter(({ name, figures }) => name !== '' && figures.size > 0);
  if (filled.length === 0) return [];
  const columns = distinct(['rank', ...filled.flatMap(({ figures }) => [...figures.keys()])])
    .filter((column) => filled.some(({ figures }) => figures.has(column)))
    .slice(0, MAX_COLUMNS);
  const caption = attributeOf(parent, 'content-label') ?? nameOfEvent(parent);
  const header = ['', ...columns].map((column) => cell(column.replaceAll('-', ' ')));
  const body = rowsOf(filled.map(({ name, figures }) => [name, ...columns.map((column) => figures.get(column))]));
  return [{ type: 'table', ...(caption ? { caption } : {}), header, rows: body }];
}

const nameOfEvent = (event: MarkupElement): string | undefined =>
  lineText(at(event, 'event-metadata', 'event-name')) ??
  lineText(at(event, 'event-metadata', 'name')) ??
  attributeOf(at(event, 'event-metadata'), 'event-name');

/** Every figure of a side by its name: totals, ranks and figures of a kind of sport. */
function figuresOf(side: MarkupElement): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  for (const element of everyElement(statsOf(side))) {
    if (element.name === 'rank') {
      const value = attributeOf(element, 'value') ?? attributeOf(element, 'competition-rank');
      if (value !== undefined && !figures.has('rank')) figures.set('rank', value);
      continue;
    }
    for (const [name, value] of element.attributes) {
      if (value.trim() !== '' && !NO_FIGURE.test(name) && !figures.has(name)) figures.set(name, value.trim());
    }
  }
  return figures;
}

/** What happened: the comments on actions, and highlights. */
function told(event: MarkupElement): Block[] {
  const highlights = findAll(event, 'highlight').flatMap((highlight) => blocksOf([{ ...highlight, name: 'p' }]));
  const actions = distinct(
    [...everyElement(find(event, 'event-actions') ?? at(event, 'actions'))].map((action) =>
      attributeOf(action, 'comment'),
    ),
  );
  const list: Block = { type: 'list', ordered: false, items: actions.map((text) => ({ text })) };
  return [...highlights, ...(actions.length > 0 ? [list] : [])];
}
