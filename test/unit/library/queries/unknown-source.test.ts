import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Dispatch } from '../../../../main/wire/dispatch.ts';
import { add, dispatch, openWriter } from '../sample.ts';
import { ids, list } from './listed.ts';

test('a dispatch without a source is listed under none, beside those that have one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'depesche-source-'));
  const writer = openWriter(folder);
  try {
    const { source: _, ...nameless } = dispatch({ id: 'nameless', headline: 'Hafen öffnet' });
    add(writer, Dispatch.parse(nameless), dispatch());
    expect(ids(writer, { list: 'source', value: '' })).toEqual(['nameless']);
    expect(list(writer, { list: 'source', value: '' }).rows[0]?.source).toBe('');
    expect(ids(writer, { list: 'all' })).toHaveLength(2);
  } finally {
    writer.close();
    rmSync(folder, { recursive: true });
  }
});
