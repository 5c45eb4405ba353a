import { type Block, blockText, type Note } from '../dispatch.ts';
import type { SplitLines } from './notebook.ts';
import { releaseAuthor } from './source-line.ts';

/** What press offices write above contacts, and nobody else. */
const PRESS = [
  'rückfragen (?:&|und) kontakt|kontakt (?:&|und) rückfragen|rückfragehinweise?|rückfragen(?: bitte)?(?: an| richten sie(?: bitte)? an| von (?:journalisten|medien|medienvertretern)(?: bitte an)?)?',
  '(?:presse|medien|firmen|unternehmens)kontakte?|adressen? für rückfragen|(?:presse|medien)anfragen|kontakt für (?:journalisten|medien|die presse|presse)|journalistenkontakt',
  'ansprechpartner(?:in|innen)? für (?:die )?(?:medien|presse|journalisten)|hinweise? (?:an|für) (?:die )?redaktion(?:en)?',
  '(?:press|media|news|pr) contacts?|(?:press|media) (?:enquiries|inquiries|office)|contacts? for (?:the )?(?:media|press|journalists|editors)',
  'notes? (?:to|for) (?:the )?editors?|for (?:further |more |additional )?(?:information|details|enquiries),? (?:please )?contact',
  'contacts? (?:presse|médias?)|relations (?:presse|médias)|contacto (?:de |para (?:la )?)?(?:prensa|medios)|contatt[oi] (?:per la )?stampa',
  'perscontact|noot (?:voor|aan) de redactie|presskontakt|pressekontakter',
].join('|');
/** Words that stand above contacts, and elsewhere. */
const PLAIN = [
  'kontakte?|kontaktdaten|kontaktpersonen?|ansprechpartner(?:in|innen)?|contacts?|contacto|contatt[oi]',
  '(?:weitere|nähere|mehr|zusätzliche) (?:informationen|infos|auskünfte)(?:,? [^:]{1,50})?|(?:für|bei) (?:weitere[nr]? |nähere[nr]? )?(?:rück)?fragen(?: [^:]{1,60})?|auskünfte? (?:erteilt|gibt)(?:,? [^:]{1,40})?',
  '(?:for )?(?:further|more|additional) (?:information|details)(?:,? [^:]{1,50})?|(?:for )?(?:questions|enquiries|inquiries)(?:,? [^:]{1,40})?',
  '(?:pour )?(?:plus d.|de plus amples )(?:informations?|renseignements)(?:,? [^:]{1,40})?|(?:para )?(?:más|mayor) información(?:,? [^:]{1,40})?|(?:per )?(?:ulteriori|maggiori) informazioni(?:,? [^:]{1,40})?',
  '(?:voor )?meer informatie(?:,? [^:]{1,40})?|(?:för )?mer information(?:,? [^:]{1,40})?|(?:for )?mere? informa(?:tion|sjon)(?:,? [^:]{1,40})?|kontaktperson(?:er)?|lisätietoja(?:,? [^:]{1,40})?',
].join('|');
const PRESS_LINE = new RegExp(String.raw`^\s*\W{0,3}(?:${PRESS})\s*(?::.{0,200})?$`, 'iu');
const PLAIN_LINE = new RegExp(String.raw`^\s*\W{0,3}(?:${PLAIN})\s*(?::.{0,200})$`, 'iu');
/** What AP prints above addresses of pages. */
const NET_LINE = /^\s*(?:On the Net|Im Netz|Im Internet|Sur le net|En la red)\s*:\s*$/iu;
/** `Contacts`, alone above one or two addresses. */
const BARE_LINE = /^\s*(?:kontakte?|contacts?|ansprechpartner(?:in|innen)?|contacto|contatt[oi])\s*$/iu;
const BARE_LINES = 3;
/** How to reach somebody. */
const ADDRESS =
  /(?<!\p{L})(?:tel|telefon|phone|fax|mobil|mobile|handy|e-?mail|mail|mailto)(?!\p{L})|\S@\S|https?:\/\/|www\.|\+\d{2}[\d ()/-]{5}|(?<!\d)0\d{1,5}[-/ ]\s?\d{2,}[\d -]{2}/iu;
/** True for a text that says how to reach somebody. */
export const hasAddress = (text: string): boolean => ADDRESS.test(text);
/** Lines below a heading among which an address stands. */
const ADDRESS_LINES = 8;
/** Below a plain word stand contacts and nothing else. */
const MAX_CONTACT_LINES = 14;
const MAX_HEADING_CHARS = 260;

/** APA-OTS separates the parts of a release with it. */
const FENCE = /^\s*~\s*$/u;
/** `*** OTS-ORIGINALTEXT PRESSEAUSSENDUNG … ***`: who is responsible for the text. */
const RIGHTS = /\*{3}\s?(?<text>[^*]{3,400}[^*\s])\s?\*{3}/gu;

/** True where the contacts of a release begin. `linesBelow` gives the filled lines under it. */
function isHeading(line: string, linesBelow: () => readonly string[]): boolean {
  if (line.length > MAX_HEADING_CHARS) return false;
  if (PRESS_LINE.test(line)) return true;
  if (BARE_LINE.test(line) || NET_LINE.test(line)) {
    const below = linesBelow();
    return (
      below.length <= MAX_CONTACT_LINES && below.slice(0, BARE_LINES).some((text) => ADDRESS.test(text.slice(0, 500)))
    );
  }
  if (!PLAIN_LINE.test(line)) return false;
  const below = linesBelow();
  return (
    below.length <= MAX_CONTACT_LINES &&
    [line, ...below.slice(0, ADDRESS_LINES)].some((text) => ADDRESS.test(text.slice(0, 500)))
  );
}

/** Splits the contacts of a press release, and everything below them, from its text. */
export function splitContacts(lines: readonly string[]): SplitLines {
  const filled = lines.flatMap((line, row) => (line.trim() === '' || FENCE.test(line) ? [] : [row]));
  const at = filled.findIndex((row, i) => isHeading(lines[row] ?? '', () => textsAt(lines, filled, i + 1)));
  const start = filled[at];
  if (at > 0 && start !== undefined) {
    const next = lines.findIndex((line, row) => row > start && ABOUT.test(line.trim()));
    const end = next < 0 ? lines.length : next;
    const body = lines.slice(0, start).filter((line) => !FENCE.test(line));
    return { body: [...body, ...lines.slice(end)], notes: contactNotes(lines.slice(start, end)) };
  }
  const last = filled.at(-1) ?? -1;
  const author = releaseAuthor((lines[last] ?? '').trim());
  if (author === undefined || filled.length < 2) return { body: lines, notes: [] };
  return { body: lines.slice(0, last), notes: [{ kind: 'copyright', text: (lines[last] ?? '').trim() }] };
}

const textsAt = (lines: readonly string[], rows: readonly number[], from: number): string[] =>
  rows.slice(from, from + MAX_CONTACT_LINES + 1).map((row) => lines[row] ?? '');

/** The same for the blocks of a marked-up text. */
export function splitContactBlocks(blocks: readonly Block[]): { body: readonly Block[]; notes: Note[] } {
  const firstLines = blocks.map((block) => blockText(block).split('\n', MAX_CONTACT_LINES + 1));
  const at = firstLines.findIndex(
    ([first = '', ...others], i) =>
      i > 0 && isHeading(first, () => [...others, ...firstLines.slice(i + 1, i + MAX_CONTACT_LINES + 2).flat()]),
  );
  const last = blocks.at(-1);
  const issuer = last?.type === 'paragraph' ? releaseAuthor(last.text.trim()) : undefined;
  if (at > 0) {
    const end = sectionEnd(blocks, at);
    const lines = blocks.slice(at, end).flatMap((block) => blockText(block).split('\n'));
    return { body: [...blocks.slice(0, at), ...blocks.slice(end)], notes: contactNotes(lines) };
  }
  if (issuer === undefined || blocks.length < 2) return { body: blocks, notes: [] };
  return { body: blocks.slice(0, -1), notes: [{ kind: 'copyright', text: last ? blockText(last).trim() : '' }] };
}

/** `About Sandau Harbour`: the heading of what a company says of itself, which is for publication. */
const ABOUT =
  /^(?:About|Über(?: den| die| das)?|Om|Acerca de|À propos (?:de|du|d[’'])|A proposito di|Over|Informazioni su) ?\p{Lu}[^\n.!?]{1,70}$/u;

/** Where contacts end: at the next heading, if they stand below one, else at what the issuer says of itself. */
function sectionEnd(blocks: readonly Block[], at: number): number {
  const isBelowHeading = blocks[at]?.type === 'heading';
  const next = blocks.findIndex(
    (block, i) =>
      i > at && ((isBelowHeading && block.type === 'heading') || ('text' in block && ABOUT.test(block.text))),
  );
  return next < 0 ? blocks.length : next;
}

/** Contacts, and whose text it is: from their heading to the end of the release. */
function contactNotes(lines: readonly string[]): Note[] {
  const below = lines.map((line) => line.trim()).filter((line) => line !== '');
  const issued = below.filter((line) => releaseAuthor(line) !== undefined);
  const kept = below.filter((line) => releaseAuthor(line) === undefined);
  const fence = kept.findIndex((line) => FENCE.test(line));
  const parts = fence < 0 ? [kept] : [kept.slice(0, fence), kept.slice(fence + 1)];
  const texts = parts.map((part) => part.filter((line) => !FENCE.test(line)).join('\n'));
  const rights = texts.flatMap((text) => [...text.matchAll(RIGHTS)].map(({ groups }) => groups?.text ?? ''));
  return [
    ...texts
      .map((text) =>
        text
          .replace(RIGHTS, '')
          .replace(/\n{2,}/gu, '\n')
          .trim(),
      )
      .filter((text) => text !== '')
      .map((text) => ({ kind: 'contact' as const, text })),
    ...[...rights.map((text) => text.replace(/\s+/gu, ' ')), ...issued].map((text) => ({
      kind: 'copyright' as const,
      text,
    })),
  ];
}
