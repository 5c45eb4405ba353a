import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { de } from '../../../../renderer/i18n/de.ts';

/** All code that shows texts or writes them into exported files, without the catalogues. */
const code = ['renderer', 'preload']
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(join('renderer', 'i18n')))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('no text is kept that nothing shows', () => {
  /** Keys that are put together from a part that varies, like `signal.${signal}`. */
  const built = [...code.matchAll(/`([a-z]+(?:\.[A-Za-z]+)*\.)\$\{/g)].map(([, start]) => start ?? '');
  const unused = Object.keys(de).filter((key) => {
    const asked = key.replace(/_(one|other)$/, '');
    return !code.includes(`'${asked}'`) && !built.some((start) => asked.startsWith(start));
  });
  expect(unused).toEqual([]);
});
