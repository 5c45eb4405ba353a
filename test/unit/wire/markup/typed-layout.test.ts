import { expect, test } from 'vitest';
import { onlyOf } from '../reading.ts';

const item = (body: string) =>
  onlyOf(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:nord.example:20261120:1" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Reuters"/><versionCreated>2026-11-20T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Lock opens</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html></inlineXML></contentSet></newsItem>`,
  );
const read = { byline: 'Jane Roe', dateline: 'SANDAU, Nov 20', source: 'Reuters', place: 'SANDAU' };
const paragraphs = (...texts: readonly string[]) => texts.map((text) => ({ type: 'paragraph', text }));

test('line breaks in a paragraph that holds a whole story', () => {
  const dispatch = item(
    '<p>(Adds quote)<br/>* Lock opens<br/>* Ships wait<br/><br/>By Jane Roe<br/>SANDAU, Nov 20 (Reuters) - The lock at Sandau opened on Friday after six months.<br/>"It will last," the engineer said.<br/>(Reporting by Jane Roe; Editing by Ole Brandt)</p>',
  );
  expect(dispatch).toMatchObject(read);
  expect(dispatch.body).toEqual([
    { type: 'list', ordered: false, items: [{ text: 'Lock opens' }, { text: 'Ships wait' }] },
    ...paragraphs('The lock at Sandau opened on Friday after six months.', '"It will last," the engineer said.'),
  ]);
  expect(dispatch.notes).toEqual([
    { kind: 'editor', text: 'Adds quote' },
    { kind: 'nonpublic', text: '(Reporting by Jane Roe; Editing by Ole Brandt)' },
  ]);
});

test('indents of no-break spaces', () => {
  const dispatch = item(
    '<p>(Adds detail)<br/>&#160; &#160; SANDAU, Nov 20 (Reuters) - The lock opened on Friday.<br/>&#160; &#160; Forty ships waited.<br/>&#160; &#160; (Reporting by Jane Roe)</p>',
  );
  expect(dispatch.body).toEqual(paragraphs('The lock opened on Friday.', 'Forty ships waited.'));
});

test('a preformatted story, its table and its credits', () => {
  const dispatch = item(
    '<pre>(Adds quote)\n\nBy Jane Roe\n    SANDAU, Nov 20 (Reuters) - The lock at Sandau opened on\nFriday after six months.\n    "It will last," the engineer said.\n\nName      Ships   Tons\nSandau       40   1000\nNordbucht    12    300\n (Reporting by Jane Roe)</pre>',
  );
  expect(dispatch).toMatchObject(read);
  expect(dispatch.body).toEqual([
    ...paragraphs('The lock at Sandau opened on Friday after six months.', '"It will last," the engineer said.'),
    { type: 'preformatted', text: 'Name      Ships   Tons\nSandau       40   1000\nNordbucht    12    300' },
  ]);
});

test('what is for desks between the lines is a note, not the end of a paragraph', () => {
  const dispatch = item(
    '<p>    By Jane Roe\n    SANDAU, Nov 20 (Reuters) - The lock at Sandau opened\non Friday after six months, the council said in a statement to\nreporters.\n    Forty ships waited.\n    "It will last," the engineer said.\n (Reporting by Jane Roe; Editing by Ole Brandt)\n ((jane.roe@nord.example))</p>',
  );
  expect(dispatch.body.at(-1)).toEqual({ type: 'paragraph', text: '"It will last," the engineer said.' });
  expect(dispatch.notes.map(({ kind }) => kind)).toEqual(['nonpublic', 'contact']);
});

test('verse and addresses keep their lines', () => {
  const verse = 'The lock is old,\nthe lock is cold,\nand ships go by.';
  expect(item(`<p>${verse.replaceAll('\n', '<br/>')}</p>`).body).toEqual(paragraphs(verse));
});

test.each([
  'All amounts in US dollars unless otherwise indicated',
  'Unless stated otherwise, all figures are in euros.',
  'NOT FOR DISTRIBUTION TO U.S. NEWS WIRE SERVICES',
  'TSX: SNDH',
])('%s above the dateline is a remark', (remark) => {
  const dispatch = item(
    `<h3>Veteran steers firm</h3><p>${remark}</p><p>SANDAU, Nov. 20, 2026 (GLOBE NEWSWIRE) -- Sandau Locks has a new captain.</p><p>She starts on Monday.</p>`,
  );
  expect(dispatch).toMatchObject({
    subhead: 'Veteran steers firm',
    dateline: 'SANDAU, Nov. 20, 2026 (GLOBE NEWSWIRE)',
    notes: [{ kind: 'editor', text: remark }],
  });
  expect(dispatch.body).toEqual(paragraphs('Sandau Locks has a new captain.', 'She starts on Monday.'));
});

test('a byline above a text without a dateline, with the agency below it', () => {
  const dispatch = onlyOf(
    'Lock opens\n\nBy JANE ROE\nAssociated Press\n\nThe lock opened on Friday.\n\nShips waited.\n',
  );
  expect(dispatch.byline).toBe('JANE ROE, Associated Press');
  expect(dispatch.body).toEqual(paragraphs('The lock opened on Friday.', 'Ships waited.'));
});

test('a dash before what somebody says is no list', () => {
  const text = '– Det er bra, sier ordfører Anna Brook.';
  expect(onlyOf(`Slusen åpner\n\nSlusen er åpen, opplyser kommunen.\n\n${text}\n`).body[1]).toEqual({
    type: 'paragraph',
    text,
  });
});

test('indented paragraphs beside a line too long to be wrapped', () => {
  const { body } = onlyOf(
    `Sandau raises outlook\n\n    Sandau, 20. Nov (Reuters) - Der Hafen Sandau hat am Freitag\nseine Prognose erhöht. Das teilte das Unternehmen mit.\n    Die Aktie stieg um drei Prozent.\n\n(Reporter: Ole Brandt, redigiert von Jane Roe. ${'Bei Fragen an die Redaktion wenden. '.repeat(4)})\n`,
  );
  expect(body[0]).toMatchObject({
    text: 'Der Hafen Sandau hat am Freitag seine Prognose erhöht. Das teilte das Unternehmen mit.',
  });
});

test('main points, what is new, author and text without a blank line between them', () => {
  const dispatch = item(
    '<p>* Lock opens\n* Ships wait\n(Adds quote)\n    By Jane Roe\n    SANDAU, Nov 20 (Reuters) - The lock at Sandau opened on\nFriday.\n    "It will last," the engineer said.\n    (Reporting by Jane Roe)</p>',
  );
  expect(dispatch).toMatchObject({ ...read, notes: [{ text: 'Adds quote' }, { text: '(Reporting by Jane Roe)' }] });
  expect(dispatch.body).toEqual([
    { type: 'list', ordered: false, items: [{ text: 'Lock opens' }, { text: 'Ships wait' }] },
    ...paragraphs('The lock at Sandau opened on Friday.', '"It will last," the engineer said.'),
  ]);
});
