import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { toBlocks } from '../../../../main/wire/text/wrapped-text.ts';

const textsOf = (text: string) => toBlocks(text.split('\n')).map(blockText);

describe('typed lines of uneven length', () => {
  test('an indent starts a paragraph, other lines go on', () => {
    expect(
      textsOf(`     The crane in the harbour of Lundsund moved again on
Saturday, after it had
stood still for half a year, but
Mayor Jane Roe refused to pay for it in
2025.
     Three of the dockers -- all of them from
Lundsund -- said they were glad.`),
    ).toEqual([
      'The crane in the harbour of Lundsund moved again on Saturday, after it had stood still for half a year, but Mayor Jane Roe refused to pay for it in 2025.',
      'Three of the dockers -- all of them from Lundsund -- said they were glad.',
    ]);
  });

  test('so it is with a blank line between paragraphs', () => {
    expect(
      textsOf(`   Der Kran im Hafen von Sandau bewegt sich wieder, nachdem er ein
halbes Jahr
stillgestanden hat.

   Drei Hafenarbeiter aus
Sandau freuten sich darüber, sagte die Leiterin des Hafens.`),
    ).toEqual([
      'Der Kran im Hafen von Sandau bewegt sich wieder, nachdem er ein halbes Jahr stillgestanden hat.',
      'Drei Hafenarbeiter aus Sandau freuten sich darüber, sagte die Leiterin des Hafens.',
    ]);
  });

  test('a line that ends in the middle of a sentence goes on', () => {
    expect(
      textsOf(`Der Kran im Hafen von Sandau bewegt sich wieder, und der
Bürgermeister freut sich.
Drei Hafenarbeiter waren am Samstag dabei, als er sich zum ersten
Mal hob.`),
    ).toEqual([
      'Der Kran im Hafen von Sandau bewegt sich wieder, und der Bürgermeister freut sich.',
      'Drei Hafenarbeiter waren am Samstag dabei, als er sich zum ersten Mal hob.',
    ]);
  });

  test('lines that stand by themselves stay apart', () => {
    const lines = ['   Die Ergebnisse:', 'Sandau - Lundsund 2:1', 'Nordvik - Elmsby 0:0'];
    expect(textsOf(lines.join('\n'))[0]).toBe('Die Ergebnisse:');
    const names = ['Jane Roe, Lundsund', 'Ole Brandt, Sandau', 'Freya Holm, Nordvik'];
    expect(textsOf(names.join('\n'))).toEqual(names);
  });
});
