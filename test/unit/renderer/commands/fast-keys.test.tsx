import { act, fireEvent, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { headline, type Opened, openReader } from '../open-reader.tsx';

/** Holds the answers to these calls back until the result is called. */
function holdBack({ client }: Opened, ...calls: Parameters<typeof client.gates.set>[0][]): () => Promise<void> {
  let open = () => {};
  const gate = new Promise<void>((done) => {
    open = done;
  });
  for (const call of calls) client.gates.set(call, gate);
  return () => act(async () => open());
}

const marked = ({ client }: Opened) => client.inputs('status.mark').map(({ ids, change }) => [...ids, change]);

test('a key right after the first step acts on the row that is stepped to', async () => {
  const reader = await openReader({ settings: { markRead: 'manual' } });
  const release = holdBack(reader, 'list.step');
  await reader.user.keyboard('js');
  expect(marked(reader)).toEqual([]);
  await release();
  await waitFor(() => expect(marked(reader)).toEqual([['d-0', { bookmark: true }]]));
});

test('a key right after a step to an unread row acts on that row, and on no other', async () => {
  const reader = await openReader({ settings: { markRead: 'manual' } });
  await reader.user.keyboard('j');
  await waitFor(() => expect(headline()).toBe(reader.client.stories[0]?.dispatch.headline));
  const release = holdBack(reader, 'list.step');
  await reader.user.keyboard('nsns');
  await release();
  await waitFor(() =>
    expect(marked(reader)).toEqual([
      ['d-1', { bookmark: true }],
      ['d-2', { bookmark: true }],
    ]),
  );
});

test('keys in the list act on what a search finds, not on the rows before it', async () => {
  const reader = await openReader({ settings: { markRead: 'manual' } });
  const wanted = reader.client.stories[7]?.dispatch.headline ?? '';
  await reader.user.keyboard('/');
  const release = holdBack(reader, 'list.window');
  await reader.user.keyboard(`${wanted}{Enter}js`);
  await release();
  await waitFor(() => expect(marked(reader)).toEqual([['d-7', { bookmark: true }]]));
});

test('a note is begun on the dispatch that is selected, not on the one still on screen', async () => {
  const reader = await openReader({ settings: { markRead: 'manual' } });
  await reader.user.keyboard('j');
  await waitFor(() => expect(headline()).toBe(reader.client.stories[0]?.dispatch.headline));
  await reader.user.keyboard('jje');
  await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
  expect(headline()).toBe(reader.client.stories[2]?.dispatch.headline);
});

test('keys keep their order, and a search that is begun while a step is under way gets all that is typed', async () => {
  const reader = await openReader({ settings: { markRead: 'manual' } });
  const release = holdBack(reader, 'list.step');
  await reader.user.keyboard('jm');
  await reader.user.keyboard('s');
  await release();
  await waitFor(() =>
    expect(marked(reader)).toEqual([
      ['d-0', { read: true }],
      ['d-0', { bookmark: true }],
    ]),
  );
  const again = holdBack(reader, 'list.step');
  await reader.user.keyboard('n/mast');
  await again();
  expect(document.activeElement).toHaveProperty('value', 'mast');
  expect(marked(reader)).toHaveLength(2);
});

test('what is typed after the key of a dialog goes into its field, also if that key had to wait', async () => {
  const reader = await openReader({ settings: { markRead: 'manual' } });
  // jsdom has none.
  document.execCommand = (_command, _ui, text = '') => {
    const field = document.activeElement;
    return field instanceof HTMLInputElement && fireEvent.input(field, { target: { value: field.value + text } });
  };
  onTestFinished(() => void Reflect.deleteProperty(document, 'execCommand'));
  const release = holdBack(reader, 'list.step');
  await reader.user.keyboard('nn{Control>}k{/Control}mast');
  await release();
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
  expect(document.activeElement).toHaveProperty('value', 'mast');
  expect(marked(reader)).toEqual([]);
});
