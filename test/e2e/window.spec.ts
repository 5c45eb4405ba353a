import { expect, test } from './fixtures.ts';

test('the window opens and is called Depesche', async ({ reader }) => {
  await expect(reader.page).toHaveTitle(/Depesche/);
  await expect(reader.page.locator('#root')).not.toBeEmpty();
});

test('the token does not stay in the address bar, and a reload still works', async ({ reader, host }) => {
  test.skip(host === 'electron', 'Electron has neither token nor address bar');
  await expect(reader.page.locator('#root')).not.toBeEmpty();
  expect(new URL(reader.page.url()).hash).toBe('');
  await reader.page.reload();
  await expect(reader.page.locator('#root')).not.toBeEmpty();
});

test('the page breaks no rule of its own policy', async ({ reader }) => {
  const problems: string[] = [];
  reader.page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  reader.page.on('pageerror', (error) => problems.push(error.message));
  await reader.page.reload();
  await expect(reader.page.locator('#root')).not.toBeEmpty();
  await reader.restart();
  await expect(reader.page).toHaveTitle(/Depesche/);
  expect(problems).toEqual([]);
});
