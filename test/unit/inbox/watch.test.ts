import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Tree } from '../../../main/inbox/scan.ts';
import { watch } from '../../../main/inbox/watch.ts';
import { temporaryFolder } from '../temporary.ts';

/** A watched folder as the inbox has it: each folder is watched once a scan finds it. */
function watched(root: string, { except = join(root, 'data'), asTree = false } = {}) {
  const files: string[] = [];
  const errors: unknown[] = [];
  const scan = (folder: string) => {
    for (const found of tree.scan({ folder })) files.push(...found.map(({ path }) => join(root, path)));
  };
  const watcher = watch(
    root,
    except,
    { file: (path) => files.push(path), folder: scan, error: (error) => errors.push(error) },
    asTree,
  );
  const tree = new Tree(root, { except, folder: (path, stats) => watcher.folder(path, stats) });
  onTestFinished(() => watcher.close());
  scan(root);
  return { files, errors, watcher, sees: (path: string) => vi.waitFor(() => expect(files).toContain(path)) };
}

test.for([false, true])('a new file is heard of at any depth, as a tree: %s', async (asTree) => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'a', 'b'), { recursive: true });
  const { sees } = watched(root, { asTree });
  for (const path of [join(root, 'eins.txt'), join(root, 'a', 'b', 'zwei.txt')]) {
    writeFileSync(path, 'Meldung');
    await sees(path);
  }
});

test.for([false, true])('a new folder is watched, with what it brings, as a tree: %s', async (asTree) => {
  const root = temporaryFolder();
  const elsewhere = temporaryFolder();
  const { sees } = watched(root, { asTree });
  mkdirSync(join(elsewhere, 'neu', 'tief'), { recursive: true });
  writeFileSync(join(elsewhere, 'neu', 'tief', 'mitgebracht.txt'), 'Meldung');
  renameSync(join(elsewhere, 'neu'), join(root, 'neu'));
  await sees(join(root, 'neu', 'tief', 'mitgebracht.txt'));
  writeFileSync(join(root, 'neu', 'tief', 'später.txt'), 'Meldung');
  await sees(join(root, 'neu', 'tief', 'später.txt'));
});

test('a folder that is made again is watched again', async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'a'));
  const { sees } = watched(root);
  for (const name of ['eins.txt', 'zwei.txt', 'drei.txt']) {
    rmSync(join(root, 'a'), { recursive: true });
    mkdirSync(join(root, 'a'));
    writeFileSync(join(root, 'a', name), 'Meldung');
    await sees(join(root, 'a', name));
    writeFileSync(join(root, 'a', `nach-${name}`), 'Meldung');
    await sees(join(root, 'a', `nach-${name}`));
  }
});

test('a wire folder that is made again is watched again', async () => {
  const root = join(temporaryFolder(), 'wires');
  mkdirSync(root);
  const { files, sees, watcher } = watched(root);
  rmSync(root, { recursive: true });
  await vi.waitFor(() => expect(files).toContain(join(root, 'wires')));
  mkdirSync(root);
  // The next scan.
  watcher.folder(root, lstatSync(root));
  writeFileSync(join(root, 'eins.txt'), 'Meldung');
  await sees(join(root, 'eins.txt'));
});

test('a folder that was moved away is left alone', async () => {
  const root = temporaryFolder();
  const elsewhere = temporaryFolder();
  mkdirSync(join(root, 'a'));
  const { files, sees } = watched(root);
  renameSync(join(root, 'a'), join(elsewhere, 'a'));
  await sees(join(root, 'a'));
  writeFileSync(join(elsewhere, 'a', 'fremd.txt'), 'Meldung');
  writeFileSync(join(root, 'eigen.txt'), 'Meldung');
  await sees(join(root, 'eigen.txt'));
  expect(files).not.toContain(join(root, 'a', 'fremd.txt'));
});

test.for([false, true])('the library inside the wire folder is left alone, as a tree: %s', async (asTree) => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'data', 'library'), { recursive: true });
  const { files, sees } = watched(root, { asTree });
  writeFileSync(join(root, 'data', 'library', 'tag.json'), '{}');
  writeFileSync(join(root, 'eigen.txt'), 'Meldung');
  await sees(join(root, 'eigen.txt'));
  expect(files.filter((path) => path.includes('data'))).toEqual([]);
});
