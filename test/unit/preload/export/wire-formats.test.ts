import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockText, type Dispatch } from '../../../../main/wire/dispatch.ts';
import { readWire } from '../../../../main/wire/read.ts';
import { exportContext } from '../../../../preload/export/context.ts';
import { exportFormats } from '../../../../preload/export/formats.ts';
import { item } from './sample.ts';

const context = exportContext({ language: 'en' });

/** The dispatch that the wire reader makes of an exported one. */
function readBack(format: 'nitf' | 'ninjs', dispatch: Dispatch): Dispatch {
  const bytes = new TextEncoder().encode(exportFormats[format].write([{ ...item, dispatch }], context));
  const parsed = readWire(bytes, { path: `a.${exportFormats[format].extension}`, receivedAt: dispatch.receivedAt });
  if (parsed.kind !== 'dispatches' || !parsed.dispatches[0]) throw new Error(JSON.stringify(parsed));
  expect(parsed.dispatches[0].file.format).toBe(format);
  return parsed.dispatches[0];
}

const facts = ({
  headline,
  subhead,
  number,
  version,
  language,
  byline,
  dateline,
  urgency,
  slug,
  status,
  body,
}: Dispatch) => ({
  headline,
  subhead,
  number,
  version,
  language,
  byline,
  dateline,
  urgency,
  slug,
  status,
  text: body.map(blockText).join('\n\n'),
});

const letters = fc.stringMatching(/^[a-zäöüß]{2,9}$/);
const words = (min: number, max: number) =>
  fc.array(letters, { minLength: min, maxLength: max }).map((all) => all.join(' '));
// No whole tags or entities: many agencies escape twice, so the reader takes them for markup.
const awkward = fc
  .tuple(words(3, 9), fc.constantFrom('&', '<', '>', '"', "'", ']]>', 'é', '„“', '😀'), words(3, 9))
  .map((parts) => parts.join(' '));
const stories = fc.record({
  headline: awkward.map((text) => `Rat ${text}`),
  subhead: words(2, 6),
  number: fc.stringMatching(/^[a-z]{3}\d{4}$/),
  version: fc.integer({ min: 1, max: 40 }),
  urgency: fc.integer({ min: 1, max: 8 }),
  status: fc.constantFrom('usable' as const, 'withheld' as const, 'killed' as const),
  texts: fc.array(
    awkward.map((text) => `Der ${text} blieb.`),
    { minLength: 1, maxLength: 5 },
  ),
});

test.each(['nitf', 'ninjs'] as const)('what is exported as %s reads back the same', (format) => {
  fc.assert(
    fc.property(stories, ({ texts, ...fields }) => {
      const dispatch: Dispatch = {
        ...item.dispatch,
        ...fields,
        slug: 'moorbahn',
        body: texts.map((text) => ({ type: 'paragraph', text })),
      };
      expect(facts(readBack(format, dispatch))).toEqual(facts(dispatch));
    }),
    { numRuns: 60 },
  );
});

test.each(['nitf', 'ninjs'] as const)('%s keeps tables, lists, headings, quotes and the embargo', (format) => {
  const dispatch: Dispatch = { ...item.dispatch, status: 'embargoed', embargoUntil: '2025-11-11T09:00:00Z' };
  const back = readBack(format, dispatch);
  expect(back.body.map(({ type }) => type)).toEqual(dispatch.body.map(({ type }) => type));
  expect(back.body.map(blockText)).toEqual(dispatch.body.map(blockText));
  expect(back.status).toBe('embargoed');
  expect(Date.parse(back.embargoUntil ?? '')).toBe(Date.parse('2025-11-11T09:00:00Z'));
  expect(back.notes.map(({ text }) => text)).not.toContain('Achtung Redaktionen');
});
