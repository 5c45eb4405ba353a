import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block, Dispatch, RichText } from '../../../main/wire/dispatch.ts';
import { dispatchesOf } from './reading.ts';

const folder = new URL('../../fixtures/hostile/', import.meta.url);
const names = readdirSync(folder);

/** Every piece of text of a dispatch that may carry links. */
function richTexts(block: Block): readonly RichText[] {
  if (block.type === 'list') return block.items;
  if (block.type === 'table') return [...(block.header ?? []), ...block.rows.flat()];
  return [block];
}

const links = ({ body }: Dispatch) =>
  body.flatMap(richTexts).flatMap(({ marks = [] }) => marks.flatMap(({ href }) => (href === undefined ? [] : [href])));

test('every format that has fixtures has a hostile file', () => {
  expect(names.map((name) => basename(name, extname(name))).sort()).toEqual(
    readdirSync(new URL('../wire/', folder)).sort(),
  );
});

describe.each(names)('%s', (name) => {
  const { dispatches } = dispatchesOf(readFileSync(new URL(name, folder)), name);
  const [dispatch] = dispatches;
  if (!dispatch) throw new Error(`${name}: no dispatch`);
  const texts = dispatch.body.flatMap(richTexts).map(({ text }) => text);

  test('is read as what it is, and its text is there', () => {
    expect(dispatches).toHaveLength(1);
    expect(dispatch.file.format).toBe(basename(name, extname(name)));
    expect(texts.join('\n')).toMatch(/Der Kran im Hafen.*steht seit Montag still/s);
  });

  test('links lead to the web only, under the name that the network knows', () => {
    for (const href of links(dispatch)) {
      expect(href).toMatch(/^(?:https?|mailto):/);
      expect(new URL(href).href).toBe(href);
      // Look-alike letters of other scripts are not shown as the letters they look like.
      expect(href).toMatch(/^[\x21-\x7e]+$/);
    }
  });

  test('nothing outside the file was read, and no prototype was changed', () => {
    const said = JSON.stringify(dispatch);
    expect(said).not.toContain('root:');
    expect({}).not.toHaveProperty('polluted');
    expect(dispatch).not.toHaveProperty('polluted');
  });
});

const markup = names.filter((name) => !/^(?:dts|plain|iptc7901|anpa1312|zczc)\./.test(name));

test.each(markup)('%s: code, styles, frames and forms are no part of the text', (name) => {
  const read = dispatchesOf(readFileSync(new URL(name, folder)), name).dispatches;
  const text = read.flatMap(({ body }) => body.flatMap(richTexts).map((one) => one.text)).join('\n');
  expect(text).not.toMatch(/alert\([1-356]\)|alert\('Skript'\)|url\(|onclick|boese\.example/);
  const led = read.flatMap(links);
  expect(led).toEqual(expect.arrayContaining(['https://gut.example/', 'https://xn--80ak6aa92e.example/']));
  expect(led.join()).not.toContain('boese');
});

test.each(names.filter((name) => !markup.includes(name)))('%s: code in typed copy is shown as it was typed', (name) => {
  const [dispatch] = dispatchesOf(readFileSync(new URL(name, folder)), name).dispatches;
  expect(dispatch?.headline).toContain('<script>alert(0)</script>');
  expect(
    dispatch?.body
      .flatMap(richTexts)
      .map((one) => one.text)
      .join(' '),
  ).toContain('<script>alert(1)</script>');
});
