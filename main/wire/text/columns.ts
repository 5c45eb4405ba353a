import type { Block } from '../dispatch.ts';

/** Hard-wrapped wire copy has lines of about 69 columns (IPTC 7901, chapter 5); shorter lines are broken on purpose. */
const wrapped = { shortest: 48, longest: 80 } as const;

/** Joins the lines of a paragraph that was wrapped at an even length; verse and addresses keep their lines. */
export function joinHardWrapped(block: Block): Block {
  if (block.type !== 'paragraph' && block.type !== 'quote') return block;
  const lines = block.text.split('\n');
  if (lines.length < 2 || isColumnar(block.text)) return block;
  const even = lines.slice(0, -1).every((line) => line.length >= wrapped.shortest && line.length <= wrapped.longest);
  // One character for one, so that the offsets of marks stay right.
  return even ? { ...block, text: lines.join(' ') } : block;
}

/** A line with columns made by `|` or no-break spaces. */
function isColumnarLine(line: string): boolean {
  if ((line.match(/\|/g)?.length ?? 0) >= 2) return true;
  return /\S(?: ?\u00a0[ \u00a0]+|\t)\S/.test(line);
}

function isColumnar(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.filter(isColumnarLine).length >= lines.length * 0.6;
}

/** Makes paragraphs that are clearly tables drawn with `|` or no-break spaces preformatted text. */
export function keepColumns(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    const text = lines.join('\n');
    if (isColumnar(text)) kept.push({ type: 'preformatted', text: text.replaceAll('\u00a0', ' ') });
    else if (text) kept.push(...pending);
    lines = [];
    pending = [];
  };
  let pending: Block[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph' && (isColumnar(block.text) || isColumnarLine(block.text))) {
      lines.push(block.text);
      pending.push(block);
    } else {
      flush();
      kept.push(block);
    }
  }
  flush();
  return kept;
}
