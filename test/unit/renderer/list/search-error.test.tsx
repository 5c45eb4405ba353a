import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SearchError } from '../../../../renderer/list/SearchError.tsx';
import { StoresContext } from '../../../../renderer/state/context.ts';
import { createStores } from '../../../../renderer/state/stores.ts';
import { FakeClient } from '../fake-client.ts';

const show = (search: string, at: number) =>
  render(
    <StoresContext value={createStores(new FakeClient())}>
      <SearchError id="e" search={search} error={{ at, reason: 'field-unknown' }} />
    </StoresContext>,
  );

test('the sign at the place of a mistake is marked whole, and counted as people count', () => {
  const { container } = show('🚂🚢 🚀:x', 5);
  expect(container.querySelector('mark')?.textContent).toBe('🚀');
  expect(container.querySelector('code')?.textContent).toBe('🚂🚢 🚀:x');
  expect(screen.getByText(/Zeichen 4|character 4/i)).toBeTruthy();
});

test('behind the end there is nothing to mark but the end', () => {
  const { container } = show('a AND', 5);
  expect(container.querySelector('code')?.textContent).toBe('a AND␣');
});
