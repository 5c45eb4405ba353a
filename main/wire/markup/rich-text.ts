import type { Mark, RichText } from '../dispatch.ts';

type Style = Pick<Mark, 'kind' | 'href'>;

/** Collects running text: white space collapsed, line breaks kept, bold, italic and links as marks. */
export class RichTextBuilder {
  /** An array, so that a long paragraph is not copied for each addition. */
  #pieces: string[] = [];
  #length = 0;
  #marks: Mark[] = [];
  readonly #styles: { style: Style; from: number }[] = [];

  /** Adds text; runs of white space count as one space. No-break spaces stay. */
  add(text: string): void {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.#push(/^[ \n]?$/.test(this.#last()) ? collapsed.replace(/^ /, '') : collapsed);
  }

  /** Adds a space behind a whole word, not behind a sign or a capital letter that may begin one. */
  addGap(): void {
    if (/[\p{Ll}\d.)]/u.test(this.#last())) this.add(' ');
  }

  /** Adds a line break; true if it follows another one, so that the paragraph ends. */
  lineBreak(): boolean {
    if (this.#last() === ' ') {
      this.#pieces.push(this.#pieces.pop()?.slice(0, -1) ?? '');
      this.#length -= 1;
      if (this.#pieces.at(-1) === '') this.#pieces.pop();
    }
    if (this.#length === 0) return false;
    if (this.#last() === '\n') return true;
    this.#push('\n');
    return false;
  }

  begin(style: Style): void {
    this.#styles.push({ style, from: this.#length });
  }

  end(): void {
    const open = this.#styles.pop();
    if (open) this.#mark(open.style, open.from, this.#length);
  }

  /** The collected text, trimmed; undefined if there is none. Open styles continue in the next text. */
  take(): RichText | undefined {
    for (const open of this.#styles) {
      this.#mark(open.style, open.from, this.#length);
      open.from = 0;
    }
    const taken = trimRich(this.#pieces.join(''), this.#marks);
    this.#pieces = [];
    this.#length = 0;
    this.#marks = [];
    return taken;
  }

  /** How many styles are open. */
  get open(): number {
    return this.#styles.length;
  }

  #last = (): string => this.#pieces.at(-1)?.slice(-1) ?? '';

  #push(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.#length += text.length;
  }

  #mark(style: Style, from: number, to: number): void {
    if (to > from) this.#marks.push({ ...style, from, to });
  }
}

/** Text trimmed, with its marks adjusted; undefined if no text is left. */
export function trimRich(text: string, marks: readonly Mark[]): RichText | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const start = text.length - text.trimStart().length;
  const moved = marks.flatMap((mark) => {
    let from = Math.min(Math.max(mark.from - start, 0), trimmed.length);
    let to = Math.min(Math.max(mark.to - start, 0), trimmed.length);
    while (from < to && /\s/.test(trimmed.charAt(from))) from += 1;
    while (to > from && /\s/.test(trimmed.charAt(to - 1))) to -= 1;
    return to > from ? [{ ...mark, from, to }] : [];
  });
  moved.sort((a, b) => a.from - b.from || b.to - a.to);
  return moved.length > 0 ? { text: trimmed, marks: moved } : { text: trimmed };
}

/** An absolute http, https or mailto address; undefined for others. */
export function safeHref(href: string | undefined): string | undefined {
  if (!href || href.length > 2000 || !/^\s*(?:https?:|mailto:)/i.test(href)) return undefined;
  return URL.parse(href)?.href;
}
