import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SearchError } from '../../../../renderer/list/SearchError.tsx';
import { ReaderContext } from '../../../../renderer/state/context.ts';
import { createReader } from '../../../../renderer/state/reader.ts';
import { FakeClient } from '../fake-client.ts';

const show = (search: string, at: number) =>
  render(
    <ReaderContext value={createReader(new FakeClient())}>
      <SearchError id="e" search={search} error={{ at, reason: 'field-unknown' }} />
    </ReaderContext>,
  );

test('the sign at the place of a mistake is marked whole, and counted as people count', () => {
  const { container } = show('🚂🚢 🚀:x', 5);
  expect(container.querySelector('mark')?.textContent).toBe('🚀');
  expect(container.querySelector('code')?.textContent).toBe('🚂🚢 🚀:x');
  expect(screen.getByRole('alert').textContent).toContain('4');
});

test('behind the end there is nothing to mark but the end', () => {
  const { container } = show('a AND', 5);
  expect(container.querySelector('code')?.textContent).toBe('a AND␣');
});
