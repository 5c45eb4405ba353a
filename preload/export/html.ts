import type { ExportContext, Exported } from './context.ts';
import { bodyOf, datelineBefore, eventLine, ownLines, sourceLine, stopLine } from './lines.ts';
import { blockMarkup, escaped, HTML } from './markup.ts';

/** Dispatches as one page that needs nothing else and prints well; several have a table of contents. */
export function html(items: readonly Exported[], context: ExportContext): string {
  const [first] = items;
  const title = context.title || (items.length === 1 && first ? first.dispatch.headline : context.t('export.title'));
  const contents =
    items.length > 1
      ? `<nav>${items.map(({ dispatch }, index) => `<a href="#d${index + 1}">${escaped(dispatch.headline)}</a>`).join('\n')}</nav>\n`
      : '';
  const head =
    items.length > 1
      ? `<header><h1>${escaped(title)}</h1><p>${escaped(context.t('export.made', { count: items.length, time: context.time(context.now.toISOString()) }))}</p></header>\n`
      : '';
  return `<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${head}${contents}${fragment(items, context)}
</body>
</html>
`;
}

/** Dispatches as a part of a page, for programs that take formatted text. */
export const fragment = (items: readonly Exported[], context: ExportContext): string =>
  items.map((item, index) => article(item, index + 1, context)).join('\n');

const STYLE = `
body { max-width: 42em; margin: 2em auto; padding: 0 1.2em; color: #1c1b19; background: #fff; font: 16px/1.5 Georgia, "Liberation Serif", serif; }
header p, nav, .line, footer, .stop, .kicker { font-family: system-ui, "Liberation Sans", sans-serif; font-size: 0.82em; }
header p, .line, .kicker { color: #625e57; }
nav { margin-bottom: 2em; padding: 0.6em 0; border-block: 1px solid #cfcac2; columns: 2 18em; }
nav a { display: block; padding: 0.1em 0; color: inherit; break-inside: avoid; }
article { padding-top: 1.4em; border-top: 2px solid #1c1b19; margin-top: 2.2em; overflow-wrap: anywhere; }
h1, h2 { line-height: 1.2; margin: 0.2em 0; break-after: avoid; }
h2 { font-size: 1.45em; }
.kicker { margin: 0; }
.subhead { font-weight: bold; margin: 0.3em 0; }
.line { margin: 0.3em 0 1em; break-after: avoid; }
.stop { padding: 0.5em 0.8em; border: 2px solid #b3201a; color: #b3201a; font-weight: bold; }
p { margin: 0 0 0.8em; orphans: 2; widows: 2; }
blockquote { margin: 0 0 0.8em 1.2em; font-style: italic; }
pre { overflow-x: auto; font-size: 0.82em; line-height: 1.35; white-space: pre-wrap; }
table { border-collapse: collapse; font-size: 0.88em; margin-bottom: 0.8em; }
caption { text-align: start; font-weight: bold; }
th, td { padding: 0.15em 0.6em; border-bottom: 1px solid #cfcac2; text-align: start; vertical-align: top; }
footer { padding: 0.5em 0.8em; background: #f4f2ee; white-space: pre-line; }
footer p { margin: 0; }
@page { margin: 18mm 16mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
  a { color: inherit; text-decoration: none; }
  footer { border: 1px solid #cfcac2; }
}
`;

function article(item: Exported, index: number, context: ExportContext): string {
  const { dispatch } = item;
  const { kicker, headline, subhead, byline, categories, rights, language } = dispatch;
  const stop = stopLine(dispatch, context);
  const event = eventLine(dispatch, context);
  const own = ownLines(item, context);
  const footer = [...(rights ? [[context.t('export.rights'), rights] as const] : []), ...own];
  const text = bodyOf(dispatch, context).map((block) => blockMarkup(block, HTML));
  return [
    `<article id="d${index}"${language === undefined ? '' : ` lang="${escaped(language)}"`}>`,
    stop === undefined ? '' : `<p class="stop">${escaped(stop)}</p>`,
    kicker ? `<p class="kicker">${escaped(kicker)}</p>` : '',
    `<h2>${escaped(headline)}</h2>`,
    subhead ? `<p class="subhead">${escaped(subhead)}</p>` : '',
    `<p class="line">${[byline ?? '', sourceLine(dispatch, context), categories.join(', ')].filter(Boolean).map(escaped).join(' · ')}</p>`,
    event === undefined ? '' : `<p class="line">${escaped(event)}</p>`,
    withDateline(text, escaped(datelineBefore(dispatch))).join('\n'),
    footer.length > 0
      ? `<footer>${footer.map(([name, value]) => `<p><b>${escaped(name)}:</b> ${escaped(value)}</p>`).join('\n')}</footer>`
      : '',
    '</article>',
  ]
    .filter(Boolean)
    .join('\n');
}

function withDateline(blocks: readonly string[], dateline: string): string[] {
  const [first = '', ...rest] = blocks;
  if (dateline === '') return [...blocks];
  const opening = '<p>';
  if (!first.startsWith(opening)) return [`${opening}${dateline}</p>`, ...blocks];
  return [`${opening}${dateline}${first.slice(opening.length)}`, ...rest];
}
