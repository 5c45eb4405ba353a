import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../../main/errors.ts';
import { temporaryFolder } from '../temporary.ts';
import { eventually, open } from './reader.ts';

const story =
  'Hafen sperrt alte Mole\n\nNordhaven (Invented Wire) - Die alte Mole bleibt bis Sonntag gesperrt, teilt der Hafen mit.\n';

async function opened() {
  const folder = temporaryFolder();
  const [wires, data, outside] = ['wires', 'data', 'outside'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(wires);
  mkdirSync(outside);
  return { wires, outside, ...(await open({ wires, data })) };
}

test('a file from outside is copied into the wire folder, and its dispatch is the one that arrives', async () => {
  const { wires, outside, reader, ask } = await opened();
  writeFileSync(join(outside, 'a.txt'), story);
  const { id = '' } = await reader.open(join(outside, 'a.txt'));
  expect(readdirSync(wires)).toEqual(['a.txt']);
  const { article } = await eventually(async () => {
    const answer = await ask('article.get', { id });
    expect(answer.article).toBeDefined();
    return answer;
  });
  expect(article?.dispatch).toMatchObject({ headline: 'Hafen sperrt alte Mole', file: { path: 'a.txt' } });
});

test('a file of the wire folder is not copied', async () => {
  const { wires, reader, ask } = await opened();
  mkdirSync(join(wires, 'mdp'));
  writeFileSync(join(wires, 'mdp/b.txt'), story);
  const { id = '' } = await reader.open(join(wires, 'mdp/b.txt'));
  expect(readdirSync(wires, { recursive: true }).sort()).toEqual(['mdp', join('mdp', 'b.txt')]);
  await eventually(async () => expect((await ask('article.get', { id })).article).toBeDefined());
});

test('what cannot be read or is no wire file is refused with the reason, and not copied', async () => {
  const { wires, outside, reader } = await opened();
  writeFileSync(join(outside, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(join(outside, 'empty.txt'), '');
  const refusal = (name: string) =>
    reader.open(join(outside, name)).catch((error: unknown) => error instanceof UserError && error.userMessage.code);
  expect(await refusal('missing.txt')).toBe('file.missing');
  expect(await refusal('.')).toBe('file.unreadable');
  expect(await refusal('picture.png')).toBe('file.binary');
  expect(await refusal('empty.txt')).toBe('file.empty');
  expect(readdirSync(wires)).toEqual([]);
});
