import type { Block } from '../../dispatch.ts';
import { firstText, isRecord, type JsonRecord, listOf, namesIn, recordOf, textOf } from '../../markup/json-value.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../../markup/plain-blocks.ts';
import type { Facts } from '../../story/facts.ts';
import type { JsonShape } from '../generic/json.ts';

/** Factiva's JSON of Dow Jones: articles of the API (`data.attributes`), records of its streams and snapshots (`an`, `source_code`). */
export const factivaJson: JsonShape = {
  name: 'factiva',
  label: 'Factiva',
  claims: (value) => itemsOf(value).some((item) => isArticle(item) || isRecordOfStream(item)),
  stories: (value) =>
    itemsOf(value).map((found, index) => {
      const record = recordOf(found);
      const item = firstText(record.an, record.id) ?? index + 1;
      return { item, read: () => (isArticle(found) ? articleFacts(record) : streamFacts(record)) };
    }),
};

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const record = recordOf(value);
  const inner = record.data ?? record.articles;
  return Array.isArray(inner) ? inner : isArticle(inner) || isRecordOfStream(inner) ? [inner] : [value];
}

const isArticle = (value: unknown): boolean =>
  isRecord(value) && isRecord(value.attributes) && isRecord(value.attributes.headline) && 'id' in value;

const isRecordOfStream = (value: unknown): boolean =>
  isRecord(value) && textOf(value.an) !== undefined && ('source_code' in value || 'source_name' in value);

function articleFacts(article: JsonRecord): Facts {
  const own = recordOf(article.attributes);
  const body = listOf(own.body).flatMap(paragraph);
  return {
    guid: textOf(article.id),
    headline: runOf(recordOf(own.headline).main) ?? runOf(own.headline),
    byline: runOf(own.byline),
    categories: namesIn(own.section_name),
    language: firstText(own.language, own.language_code),
    providers: [...namesIn(own.sources), textOf(own.source_name), ...namesIn(own.publisher)],
    times: [own.modification_time, own.publication_time, own.publication_date].map(textOf),
    body: body.length > 0 ? body : listOf(recordOf(own.snippet).content ?? own.snippet).flatMap(paragraph),
    rights: [runOf(own.copyright)],
    isAgency: true,
  };
}

/** The text of a run: itself, its `text`, or the runs in it. */
function runOf(value: unknown): string | undefined {
  const text = textOrHtmlToLine(textOf(value) ?? textOf(recordOf(value).text));
  if (text !== undefined) return text;
  const runs = listOf(recordOf(value).content).map((run) => recordOf(run).text ?? recordOf(run).name);
  return (
    runs
      .filter((run) => typeof run === 'string')
      .join('')
      .trim() || undefined
  );
}

function paragraph(value: unknown): Block[] {
  const text = runOf(value);
  return text === undefined ? [] : [{ type: 'paragraph', text }];
}

const streamFacts = (record: JsonRecord): Facts => ({
  guid: textOf(record.an),
  headline: textOrHtmlToLine(textOf(record.title)),
  byline: textOrHtmlToLine(textOf(record.byline)),
  dateline: textOf(record.dateline),
  categories: [textOf(record.section)],
  language: textOf(record.language_code),
  providers: [textOf(record.source_name), textOf(record.publisher_name)],
  times: [record.modification_datetime, record.publication_datetime, record.publication_date].map(textOf),
  statusWord: /^del/i.test(textOf(record.action) ?? '') ? 'deleted' : undefined,
  body: textOrHtmlToBlocks(firstText(record.body, record.snippet) ?? ''),
  rights: [textOf(record.copyright)],
  isAgency: true,
});
