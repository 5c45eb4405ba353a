import type { FoundNote } from '../../story/facts.ts';
import type { Parts } from './letter.ts';

const MARK =
  /^(?:-{3,}\s?(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt (?:melding|besked))\s?-{3,}|begin forwarded message:|anfang der weitergeleiteten (?:nachricht|e-mail):|début du message (?:réexpédié|transféré) :|inizio messaggio inoltrato:|inicio del mensaje reenviado:)$/iu;
const ORIGINAL =
  /^-{3,}\s?(?:original message|original appointment|ursprüngliche nachricht|originalnachricht|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse)\s?-{3,}$/iu;
const HEADER =
  /^\*?(?<name>from|von|de|da|van|från|fra|date|datum|fecha|data|dato|gesendet|sent|enviado|envoyé|inviato|verzonden|skickat|sendt|to|an|à|para|a|aan|till|til|cc|kopie|subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|reply-to|antwort an|priorität|wichtigkeit|importance|anlagen?|attachments?)\s?:\*?(?:\s(?<value>.*))?$/iu;
const SENDER = /^(?:from|von|de|da|van|från|fra)$/iu;
const SUBJECT = /^(?:subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne)$/iu;

/** `Am 13.03.2026 um 11:02 schrieb Anna Brook:`, `On Fri, 13 Mar 2026 at 11:02, Jane Roe wrote:`. */
const ATTRIBUTION =
  /^(?:(?:am|on|le|el|il|op|den|il giorno) .{5,160}(?:schrieb|wrote|a écrit|escribió|ha scritto|schreef|skrev)(?!\p{L}).{0,120}|.{3,80} schrieb am .{5,80}):$/isu;

/** Header lines that make a header. */
const MIN_LINES = 3;
/** Characters above a forwarded text that are a remark about it. */
const MAX_REMARK_CHARS = 700;
/** Mails forwarded in mails that are told apart. */
const MAX_DEPTH = 5;

/** A text without the mails that it forwards or answers: the words of the forwarder and the question are notes. */
export interface OwnText<Part> {
  readonly copy: readonly Part[];
  readonly notes: readonly FoundNote[];
  /** Who sent the forwarded text. */
  readonly sender?: string | undefined;
}

/** What a subject says of a mail. */
export type Relation = 'reply' | 'forward' | undefined;

/** Finds the text that counts: of a forwarded mail what it forwards, of a reply what stands above the question. */
export function ownText<Part>(parts: Parts<Part>, relation: Relation, depth = 0): OwnText<Part> {
  const { all, textOf } = parts;
  const texts = all.map((part) => textOf(part).trim());
  const header = depth < MAX_DEPTH ? headerIn(texts) : undefined;
  if (header === undefined) return withoutQuoted(parts, texts);
  const isForward = header.isForward || relation !== 'reply';
  const above = texts.slice(0, header.from).filter(Boolean).join('\n');
  const below = texts.slice(header.to).filter(Boolean).join('\n');
  const own = { text: header.lines.join('\n'), kind: 'editor' as const };
  if (below === '')
    return { copy: all.slice(0, header.from), notes: [own], sender: above === '' ? header.sender : undefined };
  if (!isForward && above !== '') {
    const copy = all.slice(0, header.from);
    return { copy, notes: [{ text: `${own.text}\n${below}`, kind: 'nonpublic' }] };
  }
  const rest = ownText({ all: all.slice(header.to), textOf }, relation, depth + 1);
  if (above.length > MAX_REMARK_CHARS) {
    return { copy: [...all.slice(0, header.from), ...rest.copy], notes: [own, ...rest.notes] };
  }
  const remark = above === '' ? [] : [{ text: above, kind: 'editor' as const }];
  return { copy: rest.copy, notes: [...remark, own, ...rest.notes], sender: rest.sender ?? header.sender };
}

interface Header {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
  readonly sender: string | undefined;
  readonly isForward: boolean;
}

/** The header that a mail program writes above a text it forwards or answers, in one part or a part a line. */
function headerIn(texts: readonly string[]): Header | undefined {
  for (let from = 0; from < texts.length; from += 1) {
    if (!isHead(texts[from] ?? '')) continue;
    let to = from;
    while (to < texts.length && (texts[to] === '' || isHead(texts[to] ?? ''))) to += 1;
    const found = texts.slice(from, to).flatMap((text) => text.split('\n').map((line) => line.trim()));
    const fields = found.map((line) => HEADER.exec(line)?.groups).filter((groups) => groups !== undefined);
    const sender = fields.find(({ name = '' }) => SENDER.test(name))?.value;
    const isForward = found.some((line) => MARK.test(line));
    const isWhole = fields.length >= MIN_LINES || isForward || fields.some(({ name = '' }) => SUBJECT.test(name));
    if (sender !== undefined && isWhole) {
      const lines = found.filter((line) => line !== '' && !MARK.test(line) && !ORIGINAL.test(line));
      return { from, to, lines, sender, isForward };
    }
    from = to;
  }
  return undefined;
}

/** True for a paragraph of nothing but header lines and what they were wrapped into, or the mark above them. */
function isHead(text: string): boolean {
  const [first = '', ...others] = text.split('\n').map((line) => line.trim());
  if (MARK.test(first) || ORIGINAL.test(first)) return others.every((line) => HEADER.test(line) || isWrapped(line));
  return HEADER.test(first) && others.every((line) => HEADER.test(line) || isWrapped(line));
}

/** A list of addresses goes on. */
const isWrapped = (line: string): boolean => line.length <= 200 && /[@;,>]/u.test(line);

/** Without what a reply quotes: the line that says who wrote it, and lines behind `>`. */
function withoutQuoted<Part>({ all }: Parts<Part>, texts: readonly string[]): OwnText<Part> {
  const at = texts.findIndex((text) => ATTRIBUTION.test(text.split('\n').slice(-3).join(' ')) && text.length < 300);
  if (at < 0) return { copy: all, notes: [] };
  const isQuoted = texts.map((text, row) => row === at || (row > at && (text.startsWith('>') || text === '')));
  const quoted = isQuoted.some((is, row) => is && row !== at && texts[row] !== '')
    ? isQuoted
    : texts.map((_, row) => row >= at);
  const copy = all.filter((_, row) => quoted[row] !== true);
  if (!texts.some((text, row) => text !== '' && quoted[row] !== true)) return { copy: all, notes: [] };
  const text = texts
    .filter((_, row) => quoted[row] === true)
    .join('\n')
    .trim();
  return { copy, notes: [{ text, kind: 'nonpublic' }] };
}

/** Lines that forward a text behind `>`, without that sign. */
export function unquotedForward(lines: readonly string[]): readonly string[] {
  const mark = lines.findIndex((line) => MARK.test(line.trim()));
  const below = lines.slice(mark + 1);
  if (mark < 0 || !below.every((line) => line.trim() === '' || line.startsWith('>'))) return lines;
  return [...lines.slice(0, mark + 1), ...below.map((line) => line.replace(/^> ?/u, ''))];
}
