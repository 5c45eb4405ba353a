import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dispatch } from '../../../../main/wire/dispatch.ts';
import { readWire } from '../../../../main/wire/read.ts';
import { dispatchesOf, RECEIVED } from '../reading.ts';
import { compoundFile, type Part } from './compound-file.ts';

const text = (tag: string, value: string): Part => ({
  name: `__substg1.0_${tag}001F`,
  bytes: Buffer.from(value, 'utf16le'),
});
const narrow = (tag: string, value: Uint8Array): Part => ({ name: `__substg1.0_${tag}001E`, bytes: value });

/** The properties of fixed length: FILETIMEs and numbers by tag. */
function fixed(header: number, values: readonly (readonly [tag: number, type: number, value: bigint])[]): Part {
  const bytes = Buffer.alloc(header + values.length * 16);
  for (const [at, [tag, type, value]] of values.entries()) {
    bytes.writeUInt16LE(type, header + at * 16);
    bytes.writeUInt16LE(tag, header + at * 16 + 2);
    bytes.writeBigUInt64LE(value, header + at * 16 + 8);
  }
  return { name: '__properties_version1.0', bytes };
}
const SENT = BigInt(Date.parse('2026-04-02T08:00:00Z') + 11_644_473_600_000) * 10_000n;
const TOP = fixed(32, [
  [0x0039, 0x40, SENT],
  [0x0017, 3, 2n],
]);
const HEAD = [
  text('0037', 'AW: Kran hebt Glocke'),
  text('0C1A', 'Anna Brook'),
  text('1035', '<a1@nordfunk.example>'),
  TOP,
];
const COPY = 'Ein Kran hat die Glocke gehoben.\r\n\r\nSie wiegt zwei Tonnen – sagt Ole Brandis.\r\n';
const only = (parts: readonly Part[]) => {
  const { dispatches } = dispatchesOf(compoundFile(parts), 'mail.msg');
  const [dispatch] = dispatches;
  if (!dispatch || dispatches.length > 1) throw new Error(`${dispatches.length} dispatches`);
  return dispatch;
};

const mail = {
  id: 'a1@nordfunk.example',
  headline: 'Kran hebt Glocke',
  source: 'Anna Brook',
  publishedAt: '2026-04-02T08:00:00Z',
  urgency: 2,
  body: [{ text: 'Ein Kran hat die Glocke gehoben.' }, { text: 'Sie wiegt zwei Tonnen – sagt Ole Brandis.' }],
  file: { format: 'outlook', warnings: [] },
};

describe('a mail saved by Outlook', () => {
  test('is read like any other', () => {
    expect(only([...HEAD, text('1000', COPY)])).toMatchObject(mail);
  });

  test('with a text of many sectors', () => {
    const long = Array.from({ length: 200 }, (_, n) => `Absatz ${n} über den Kran und die Glocke.`);
    expect(
      only([...HEAD, text('1000', long.join('\r\n\r\n'))]).body.map((block) => 'text' in block && block.text),
    ).toEqual(long);
  });

  test('with its text in a code page', () => {
    expect(only([...HEAD, narrow('1000', Buffer.from('Die Glocke läutet über Köln.', 'latin1'))])).toMatchObject({
      body: [{ text: 'Die Glocke läutet über Köln.' }],
    });
  });

  test('with a page instead of text', () => {
    const html = {
      name: '__substg1.0_10130102',
      bytes: Buffer.from('<html><body><p>Die Glocke läutet.</p></body></html>'),
    };
    expect(only([...HEAD, html])).toMatchObject({ body: [{ text: 'Die Glocke läutet.' }] });
  });

  test('with a wire file attached', () => {
    const wire = '{"uri":"urn:a:1","headline":"Ferry sails","body_text":"It sailed."}';
    const attachment = (name: string, bytes: Uint8Array, at: number): Part => ({
      name: `__attach_version1.0_#0000000${at}`,
      entries: [text('3707', name), { name: '__substg1.0_37010102', bytes }, fixed(8, [])],
    });
    const { dispatches } = dispatchesOf(
      compoundFile([...HEAD, text('1000', COPY), attachment('story.json', Buffer.from(wire), 0)]),
      'mail.msg',
    );
    expect(dispatches.map(({ headline }) => headline)).toEqual(expect.arrayContaining(['Ferry sails']));
  });

  test('of neither subject nor text is named after who sent it', () => {
    expect(only([text('0C1A', 'Anna Brook'), TOP]).headline).toBe('Anna Brook');
  });
});

test('another compound file is the document of Office that it is', () => {
  const bytes = compoundFile([{ name: 'WordDocument', bytes: Buffer.from('x') }]);
  expect(readWire(bytes, { path: 'a.doc', receivedAt: RECEIVED })).toMatchObject({ problem: { reason: 'binary' } });
});

test('damage anywhere gives dispatches or a problem, and never an exception', () => {
  const whole = compoundFile([...HEAD, text('1000', COPY.repeat(80))]);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { maxLength: 40 }),
      fc.nat({ max: whole.length }),
      (changes, end) => {
        const bytes = Uint8Array.from(whole).subarray(0, Math.max(end, 512));
        for (const [at, value] of changes) if (at < bytes.length && at > 8) bytes[at] = value;
        const parsed = readWire(bytes, { path: 'a.msg', receivedAt: RECEIVED });
        if (parsed.kind === 'dispatches') for (const dispatch of parsed.dispatches) Dispatch.parse(dispatch);
        else expect(parsed.problem.reason).toMatch(/binary|damaged|not-a-story|empty/);
      },
    ),
    { numRuns: 300 },
  );
});
