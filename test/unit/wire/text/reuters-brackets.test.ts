import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const textOf = (dispatch: ReturnType<typeof onlyOf>) => dispatch.body.map(blockText).join('\n');

describe('brackets of Reuters', () => {
  const text = 'SANDAU, March 12 (Reuters) - The harbour has reopened on Thursday. [nL8N4AB0CE]';

  test.each([
    ['[nL8N4AB0CD]', { notes: [{ kind: 'editor', text: '[nL8N4AB0CD]' }] }],
    ['[HARBOUR/STORM]', { slug: 'HARBOUR/STORM' }],
    ['[HARBOUR/]\n[nL8N4AB0CD]', { slug: 'HARBOUR/', notes: [{ kind: 'editor', text: '[nL8N4AB0CD]' }] }],
  ])('%s above a headline is none', (line, expected) => {
    const dispatch = onlyOf(`${line}\nUPDATE 2-Harbour reopens after storm\n\n${text}\n`);
    expect(dispatch).toMatchObject({
      headline: 'UPDATE 2-Harbour reopens after storm',
      dateline: 'SANDAU, March 12',
      source: 'Reuters',
      signal: 'update',
      ...expected,
    });
    expect(textOf(dispatch)).toBe('The harbour has reopened on Thursday. [nL8N4AB0CE]');
  });

  test.each([
    ['[KILL/HARBOUR]', { status: 'killed' }],
    ['[CORRECTED/HARBOUR]', { signal: 'correction' }],
    ['[EIL/POLITIK]', { signal: 'flash' }],
  ])('%s is what the desk says and no slug', (line, expected) => {
    const dispatch = onlyOf(`${line}\nHarbour reopens after storm\n\n${text}\n`);
    expect(dispatch).toMatchObject({ headline: 'Harbour reopens after storm', ...expected });
    expect(dispatch.slug).toBeUndefined();
  });

  test('a code behind a headline is no part of it, and main points stand above the dateline', () => {
    const dispatch = onlyOf(`Harbour reopens [nL8N4AB0CD]\n\n    * Ships wait\n    * Prices rise\n\n${text}\n`);
    expect(dispatch).toMatchObject({ headline: 'Harbour reopens', dateline: 'SANDAU, March 12', source: 'Reuters' });
    expect(textOf(dispatch)).toMatch(/^Ships wait\nPrices rise\nThe harbour/);
  });

  test.each(['[Satire] Hafen öffnet', 'Was [sic] heißt das [nun]', '[A/B]', '[nicht verfügbar]'])(
    '%s stays a headline',
    (headline) => {
      const lines = headline === '[A/B]' ? headline : `${headline}\n\nDer Hafen öffnet am Dienstag wieder.`;
      expect(onlyOf(lines)).toMatchObject({ headline });
    },
  );
});
