import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openReader } from '../open-reader.tsx';

const withTags = (...tags: string[]) =>
  openReader({}, (client) => {
    client.stories = client.stories.map((held, n) => (n === 0 ? { ...held, status: { ...held.status, tags } } : held));
  });
const row = () => screen.getByRole('option', { name: /Fähre vor Lüdersund/ });

test('two tags stand above the headline, and how many more there are', async () => {
  await withTags('eins', 'zwei', 'drei', 'vier');
  expect(row().textContent).toMatch(/eins zwei \+2.*Fähre/);
  expect(within(row()).getByRole('img', { name: '2 weitere Schlagwörter' }).title).toBe('drei, vier');
});

test('two tags need no count', async () => {
  await withTags('eins', 'zwei');
  expect(row().textContent).toMatch(/eins zwei.*Fähre/);
  expect(within(row()).queryByRole('img', { name: /Schlagwort/ })).toBeNull();
});
