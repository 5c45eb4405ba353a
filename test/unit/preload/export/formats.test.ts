import { expect, test } from 'vitest';
import { exportContext } from '../../../../preload/export/context.ts';
import { exportFormats } from '../../../../preload/export/formats.ts';
import { plain, withSource } from '../../../../preload/export/text.ts';
import { context, dispatch, item } from './sample.ts';

const isForWires = (format: string) => format === 'nitf' || format === 'ninjs';

/** A calendar has events only: ics.test.ts. */
const FORMATS = (Object.keys(exportFormats) as (keyof typeof exportFormats)[]).filter((format) => format !== 'ics');

test.each(FORMATS)(
  '%s has headline, version, number, own notes unless it is for editorial systems, and none of the notes to the desk',
  (format) => {
    const written = exportFormats[format].write([item], context);
    for (const part of ['Moorbahn', '2', 'nrd0109', 'Birkau', 'Endlich', ...(isForWires(format) ? [] : ['Rückruf'])])
      expect(written).toContain(part);
    expect(written).not.toContain('Achtung Redaktionen');
  },
);

test('passages that the user has marked are exported with the notes', () => {
  const marked = {
    md: '**Markierte Stelle:** zahlt \\<mehr\\>',
    html: '<b>Markierte Stelle:</b> zahlt &lt;mehr&gt;',
    txt: 'Markierte Stelle: zahlt <mehr>',
    csv: ',zahlt <mehr>,',
  };
  for (const format of ['md', 'html', 'txt', 'csv'] as const) {
    expect(exportFormats[format].write([item], context)).toContain(marked[format]);
    expect(exportFormats[format].write([item], { ...context, own: false })).not.toContain('Markierte Stelle');
  }
});

test('an announced event says when and where it takes place', () => {
  const times = { start: '2026-03-20T10:00:00+01:00', end: '2026-03-20T12:30:00+01:00', place: 'Birkau, Rathaus' };
  const at = (event: NonNullable<typeof dispatch.event>) => ({ ...item, dispatch: { ...dispatch, event } });
  for (const format of ['md', 'html', 'txt'] as const)
    expect(exportFormats[format].write([at(times)], context)).toContain(
      'Termin: 20. März 2026, 10:00 MEZ – 20. März 2026, 12:30 MEZ · Birkau, Rathaus',
    );
  expect(withSource([at({ start: '2026-03-21' })], context)).toContain('\n\nTermin: 21. März 2026\n\n');
});

test('leads have the first paragraph only', () => {
  const leads = { ...context, leads: true };
  for (const format of ['md', 'html', 'txt', 'csv'] as const) {
    const written = exportFormats[format].write([item], leads);
    expect(written).toContain('schneller');
    expect(written).not.toContain('Zeitplan');
  }
});

test('copied text ends with agency, number, time and version, or has nothing but the text', () => {
  expect(withSource([item], context)).toMatch(/\n\nNORD nrd0109 · 10\. Nov\. 2025, 11:15 MEZ · Fassung 2$/);
  expect(plain([item], context)).toMatch(/^Moorbahn[\s\S]*Birkau – Das Land[\s\S]*Birkau\t41,0[\s\S]*c {2}d$/);
  expect(plain([item], context)).not.toMatch(/NORD|Rückruf/);
});

test('an embargo is the first line of everything for people', () => {
  const held = {
    ...item,
    dispatch: { ...dispatch, status: 'embargoed' as const, embargoUntil: '2099-01-01T12:00:00Z' },
  };
  for (const text of [withSource([held], context), plain([held], context), exportFormats.txt.write([held], context)])
    expect(text).toMatch(/^SPERRFRIST bis 1\. Jan\. 2099, 13:00 MEZ\n/);
  expect(exportFormats.md.write([held], context)).toMatch(/^\*\*SPERRFRIST/);
  expect(exportFormats.html.write([held], context)).toMatch(/<article[^>]*>\n<p class="stop">SPERRFRIST/);
});

test('HTML takes no markup from a text, and a link only with its address', () => {
  const body = [
    {
      type: 'paragraph' as const,
      text: '<img src=x> & "Wort"',
      marks: [{ from: 14, to: 20, kind: 'link' as const, href: 'https://a.example/?a=1&b="' }],
    },
  ];
  const written = exportFormats.html.write(
    [{ ...item, dispatch: { ...dispatch, headline: '</title><script>', body } }],
    context,
  );
  expect(written).toContain(
    '&lt;img src=x&gt; &amp; <a href="https://a.example/?a=1&amp;b=&quot;">&quot;Wort&quot;</a>',
  );
  expect(written).not.toContain('<script>');
});

test('a cell of a table is never a formula, and quotes and lines stay in their cell', () => {
  const english = exportContext({ language: 'en' });
  const csv = exportFormats.csv.write(
    [{ ...item, dispatch: { ...dispatch, headline: '+++ EIL "Zug", Halt' } }],
    english,
  );
  expect(csv).toMatch(/^\uFEFFid,version,/);
  expect(csv).toContain('"\'+++ EIL ""Zug"", Halt"');
  expect(csv.endsWith('\r\n')).toBe(true);
});
