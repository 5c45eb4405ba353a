/** RFC 4155: a line `From ADDRESS TIME` stands in front of every mail of a mailbox, behind a blank line but for the first. */
const SEPARATOR = /^From \S{1,254} [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{5,8} .{0,10}\d{4}[^\n]{0,10}$/;

/** The mails of a mailbox, or the one mail that a text is; given and answered with one character per byte. */
export function mailsIn(binary: string): string[] {
  const text = binary.replace(/^\s+(?=From )/, '');
  if (!text.startsWith('From ')) return [binary];
  const lines = text.split('\n');
  const isStart = (at: number) =>
    (at === 0 || (SEPARATOR.test((lines[at] ?? '').trimEnd()) && (lines[at - 1] ?? '').trim() === '')) &&
    /^[!-9;-~]+:/.test(lines[at + 1] ?? '');
  const starts = lines.flatMap((line, at) => (line.startsWith('From ') && isStart(at) ? [at] : []));
  if (starts.length < 2) return [text.replace(/^From [^\n]*\n/, '')];
  // Lines of a text that begin like a separator are quoted.
  return starts.map((start, index) =>
    lines
      .slice(start + 1, starts[index + 1])
      .map((line) => line.replace(/^>(?=>*From )/, ''))
      .join('\n'),
  );
}
