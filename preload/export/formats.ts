import type { ExportFormat } from '../contract/export.ts';
import type { ExportContext, Exported } from './context.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { ics } from './ics.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { text } from './text.ts';

interface Format {
  /** Of the file's name. */
  readonly extension: string;
  readonly type: string;
  /** A file of it has one dispatch. */
  readonly isSingle?: true;
  /** Dispatches as one file. */
  readonly write: (items: readonly Exported[], context: ExportContext) => string;
}

/** Every format that dispatches are exported in. */
export const exportFormats: Readonly<Record<ExportFormat, Format>> = {
  md: { extension: 'md', type: 'text/markdown', write: markdown },
  html: { extension: 'html', type: 'text/html', write: html },
  txt: { extension: 'txt', type: 'text/plain', write: text },
  print: { extension: 'html', type: 'text/html', write: html },
  // The host makes it a PDF.
  pdf: { extension: 'pdf', type: 'application/pdf', write: html },
  csv: { extension: 'csv', type: 'text/csv', write: csv },
  json: { extension: 'json', type: 'application/json', write: json },
  nitf: { extension: 'xml', type: 'application/xml', write: nitf, isSingle: true },
  ninjs: { extension: 'json', type: 'application/json', write: ninjs },
  ics: { extension: 'ics', type: 'text/calendar', write: ics },
};

/** True for the name of a format. */
export const isExportFormat = (name: string): name is ExportFormat => Object.hasOwn(exportFormats, name);
