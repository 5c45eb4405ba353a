import type { ZczcFields } from './dialect.ts';

/** `ANSA0214/XCR`: number and desk. */
const NUMBER = /^ANSA?(?<number>\d{3,5})\/[A-Z\d]{2,4}$/u;
/** `XCI52142_SXB_QBXB`: for the agency's own machines. */
const ROUTING = /^[A-Z]{3}\d{3,6}_\w{2,12}$/u;
/** `U CRO S0B QBXB`: priority, category, desks. */
const CATEGORY = /^(?<priority>[A-Z]) (?<category>[A-Z]{3}) [A-Z\d]{3}(?: [A-Z\d]{3,4}){0,3}$/u;
/** `YAB-CO`: who worked on the text. */
const INITIALS = /^[A-Z]{2,4}(?:-[A-Z]{2,4})?$/u;

/** ANSA between `ZCZC` and `NNNN`: number, routing, category, headline, text, initials. Undefined for every other dialect. */
export function ansaFields(lines: readonly string[]): ZczcFields | undefined {
  const rows = lines.flatMap((line, row) => (line.trim() === '' ? [] : [row]));
  const text = (at: number) => (lines[rows[at] ?? -1] ?? '').trim();
  const number = NUMBER.exec(text(0))?.groups?.number;
  if (number === undefined) return undefined;
  let at = ROUTING.test(text(1)) ? 2 : 1;
  const category = CATEGORY.exec(text(at))?.groups?.category;
  if (category !== undefined) at += 1;
  const headline = text(at);
  const last = rows.length - 1;
  const end = INITIALS.test(text(last)) && last > at + 1 ? last - 1 : last;
  if (headline === '' || end <= at) return undefined;
  return {
    headline,
    number,
    source: 'ANSA',
    ...(category === undefined ? {} : { category }),
    keywords: [],
    tabular: false,
    text: lines.slice((rows[at] ?? 0) + 1, (rows[end] ?? 0) + 1),
  };
}
