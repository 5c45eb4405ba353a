import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { expectTrouble, headline, openReader, rows, selectedRow } from '../open-reader.tsx';
import { story } from '../stories.ts';

const sidebarEntry = (name: RegExp) =>
  within(screen.getByRole('navigation', { name: 'Listen' })).getByRole('button', { name });

test('a click on a row shows its dispatch and marks it read', async () => {
  const { client, user } = await openReader();
  await user.click(screen.getByRole('option', { name: /Fähre vor Lüdersund/ }));
  await waitFor(() => expect(headline()).toContain('Fähre vor Lüdersund'));
  await waitFor(() => expect(client.held('d-0')?.status.read).toBe(true));
  await waitFor(() =>
    expect(
      within(screen.getByRole('option', { name: /Fähre vor/ })).queryByRole('img', { name: 'Ungelesen' }),
    ).toBeNull(),
  );
});

test('with marking by hand opening a dispatch leaves it unread, and M marks it', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { client, user } = await openReader({ settings: { markRead: 'manual' } });
    await user.keyboard('j');
    await waitFor(() => expect(headline()).toContain('Fähre'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.inputs('status.mark')).toEqual([]);
    await user.keyboard('m');
    await waitFor(() => expect(client.held('d-0')?.status.read).toBe(true));
    await user.keyboard('m');
    await waitFor(() => expect(client.held('d-0')?.status.read).toBe(false));
  } finally {
    vi.useRealTimers();
  }
});

test('who says that it is unread is not overruled by the mark that would have come', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { client, user } = await openReader({ settings: { markRead: 'delay' } });
    await user.keyboard('j');
    await waitFor(() => expect(headline()).toContain('Fähre'));
    await user.keyboard('m');
    await user.keyboard('m');
    await waitFor(() => expect(client.inputs('status.mark')).toHaveLength(2));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(client.inputs('status.mark').map(({ change }) => change.read)).toEqual([true, null]);
  } finally {
    vi.useRealTimers();
  }
});

test('J and K walk, and quick steps load only where they end', async () => {
  const { client, user } = await openReader();
  // The clock is stopped and nothing runs between the keys, so they count as fast even on a slow machine.
  vi.useFakeTimers({ toFake: ['performance'] });
  for (let n = 0; n < 6; n++) fireEvent.keyDown(document.activeElement ?? document.body, { key: 'j', code: 'KeyJ' });
  await waitFor(() => expect(headline()).toBe(story(5).headline));
  vi.useRealTimers();
  expect(selectedRow()?.id).toBe('row-d-5');
  // The one that is open is loaded again when its mark has changed the library.
  const opened = new Set(client.inputs('article.get').map(({ id }) => id));
  expect([...opened]).toEqual(['d-0', 'd-5']);
  await user.keyboard('k');
  await waitFor(() => expect(selectedRow()?.id).toBe('row-d-4'));
});

test('what is read in the unread list stays until the list is left or cleaned up', async () => {
  const { user, client } = await openReader({ count: 12 });
  await user.click(sidebarEntry(/^Ungelesen/));
  await waitFor(() => expect(rows()).toHaveLength(12));
  await user.keyboard('j');
  await waitFor(() => expect(client.held('d-0')?.status.read).toBe(true));
  await user.keyboard('j');
  await waitFor(() => expect(client.held('d-1')?.status.read).toBe(true));
  expect(rows()).toHaveLength(12);
  await user.keyboard('x');
  await waitFor(() => expect(rows()).toHaveLength(10));
});

test('S sets a bookmark, shows it in the row and counts it in the sidebar', async () => {
  const { user } = await openReader();
  await user.keyboard('js');
  expect(
    await within(screen.getByRole('option', { name: /Fähre vor/ })).findByRole('img', { name: 'Lesezeichen' }),
  ).toBeTruthy();
  await waitFor(() => expect(sidebarEntry(/Lesezeichen.*1 Meldung/)).toBeTruthy());
});

test('a mark that the host refuses is taken back and said', async () => {
  expectTrouble();
  const { user } = await openReader({ settings: { markRead: 'manual' } }, (client) =>
    client.failing.add('status.mark'),
  );
  await user.keyboard('js');
  expect(await screen.findByText('Die Änderung konnte nicht gespeichert werden.')).toBeTruthy();
  await waitFor(() =>
    expect(
      within(screen.getByRole('option', { name: /Fähre vor/ })).queryByRole('img', { name: 'Lesezeichen' }),
    ).toBeNull(),
  );
});

test('a note that cannot be kept now stays in its field and is sent again when the host is back', async () => {
  expectTrouble();
  const { client, stores, user } = await openReader({ settings: { markRead: 'manual' } });
  await user.keyboard('j');
  await waitFor(() => expect(headline()).toContain('Fähre vor'));
  client.failing.add('status.mark');
  const note = screen.getByRole('textbox', { name: 'Notiz' });
  await user.type(note, 'Rückruf um vier');
  await user.tab();
  expect(await screen.findByText('Die Änderung konnte nicht gespeichert werden.')).toBeTruthy();
  expect(note).toHaveProperty('value', 'Rückruf um vier');
  stores.shell.getState().connect('lost');
  client.failing.delete('status.mark');
  stores.shell.getState().connect('open');
  await waitFor(() =>
    expect(client.stories.some(({ status }) => status.notes[0]?.text === 'Rückruf um vier')).toBe(true),
  );
  expect(note).toHaveProperty('value', 'Rückruf um vier');
});

test('a note that was kept several times while it was written is taken back as one', async () => {
  const { client, user } = await openReader({ settings: { markRead: 'manual' } });
  await user.keyboard('j');
  await waitFor(() => expect(headline()).toContain('Fähre vor'));
  await user.keyboard('s');
  const notes = () => client.inputs('status.mark').map(({ change }) => Object.values(change)[0]);
  const field = screen.getByRole('textbox', { name: 'Notiz' });
  for (const [text, kept] of [
    ['Rückruf', 'Rückruf'],
    [' um vier', 'Rückruf um vier'],
  ] as const) {
    await user.type(field, text);
    await user.tab();
    await waitFor(() => expect(notes().at(-1)).toBe(kept));
  }
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(client.stories.some(({ status }) => status.notes.length > 0)).toBe(false));
  expect(client.stories.filter(({ status }) => status.bookmarked)).toHaveLength(1);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(client.stories.filter(({ status }) => status.bookmarked)).toHaveLength(0));
});

test('everything marked read can be unmarked again, by the button or by key', async () => {
  const { client, user } = await openReader({ count: 20 });
  const unread = () => client.stories.filter(({ status }) => !status.read).length;
  await user.click(screen.getByRole('button', { name: 'Alle als gelesen markieren' }));
  await waitFor(() => expect(unread()).toBe(0));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await waitFor(() => expect(unread()).toBe(20));
  await user.keyboard('{Shift>}a{/Shift}');
  await waitFor(() => expect(unread()).toBe(0));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(unread()).toBe(20));
  // The message that offered undo is gone.
  expect(screen.queryByRole('button', { name: 'Rückgängig' })).toBeNull();
});

test('what stands above or below the selected dispatch is marked', async () => {
  const { client, user } = await openReader({ count: 10, settings: { markRead: 'manual' } });
  await user.keyboard('jjj]');
  await waitFor(() => expect(client.inputs('status.markList').at(-1)).toMatchObject({ part: 'below', anchor: 'd-2' }));
  await waitFor(() => expect(client.stories.filter(({ status }) => status.read)).toHaveLength(7));
});

test('N finds the next unread one and says when there is none', async () => {
  const { client, user } = await openReader({ count: 4, settings: { markRead: 'manual' } }, (fake) => {
    void fake.call('status.mark', { ids: ['d-0', 'd-1', 'd-3'], change: { read: true } });
  });
  await user.keyboard('n');
  await waitFor(() => expect(selectedRow()?.id).toBe('row-d-2'));
  await user.keyboard('n');
  expect(await screen.findByText('Keine weiteren ungelesenen Meldungen')).toBeTruthy();
  expect(client.inputs('list.step').every(({ unreadOnly }) => unreadOnly)).toBe(true);
});

test('N that is held stops at the last unread one and says so once; pressed again it goes around', async () => {
  const { stores, user } = await openReader({ count: 4, settings: { markRead: 'manual' } });
  const said = vi.spyOn(stores.toasts.getState(), 'show');
  await user.keyboard('{n>9/}');
  expect(await screen.findByText('Keine weiteren ungelesenen Meldungen')).toBeTruthy();
  expect(selectedRow()?.id).toBe('row-d-3');
  await user.keyboard('n');
  await waitFor(() => expect(selectedRow()?.id).toBe('row-d-0'));
  expect(await screen.findByText('Weiter am Anfang der Liste')).toBeTruthy();
  expect(said.mock.calls).toMatchObject([[{ key: 'toast.noUnread' }], [{ key: 'toast.fromTop' }]]);
});

test('new dispatches leave the selection where it is', async () => {
  const { client, user, stores } = await openReader({ count: 50 });
  await user.keyboard('jj');
  await waitFor(() => expect(headline()).toContain('Moorbahn'));
  client.arrive({ ...story(-1), headline: 'Eben eingetroffen' });
  expect(await screen.findByRole('button', { name: '1 neue Meldung' })).toBeTruthy();
  expect(stores.list.getState().selectedId).toBe('d-1');
  expect(headline()).toContain('Moorbahn');
});

test('the list of 100,000 has few rows in the document and tells its real length', async () => {
  await openReader({ count: 100_000 });
  expect(rows().length).toBeGreaterThan(3);
  expect(rows().length).toBeLessThan(60);
  expect(rows()[0]?.getAttribute('aria-setsize')).toBe('100000');
});

test('a tag that is being typed is given up with Escape, and kept when the field is left otherwise', async () => {
  const { client, user } = await openReader();
  await user.click(screen.getByRole('option', { name: /Fähre vor Lüdersund/ }));
  await waitFor(() => expect(headline()).toContain('Fähre vor Lüdersund'));
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Schlagwort hinzufügen' });
  await user.type(field, 'halb{Escape}');
  await user.tab();
  expect(field.value).toBe('');
  await user.type(field, 'Hafen');
  await user.tab();
  await waitFor(() => expect(client.held('d-0')?.status.tags).toEqual(['Hafen']));
});

test('who has clicked a button reads on with the space bar, and who has gone to it by key presses it', async () => {
  const { client, user } = await openReader({ count: 4, settings: { markRead: 'manual' } });
  await user.keyboard('j');
  const star = await screen.findByRole('button', { name: /Lesezeichen setzen/ });
  await user.click(star);
  await waitFor(() => expect(client.held('d-0')?.status.bookmarked).toBe(true));
  await user.keyboard(' ');
  await waitFor(() => expect(selectedRow()?.id).toBe('row-d-1'));
  expect(client.held('d-0')?.status.bookmarked).toBe(true);
  star.blur();
  star.focus();
  await user.keyboard(' ');
  await waitFor(() => expect(client.held('d-1')?.status.bookmarked).toBe(true));
  expect(selectedRow()?.id).toBe('row-d-1');
});

test('a key that is held walks on, and marks once', async () => {
  const { client, user } = await openReader({ count: 9, settings: { markRead: 'manual' } });
  await user.keyboard('{j>4/}');
  await waitFor(() => expect(selectedRow()?.id).toBe('row-d-3'));
  await waitFor(() => expect(headline()).toBe(client.held('d-3')?.dispatch.headline));
  await user.keyboard('{s>4/}');
  await waitFor(() => expect(client.held('d-3')?.status.bookmarked).toBe(true));
  expect(client.inputs('status.mark')).toHaveLength(1);
});

test('what nobody sees is not marked read before the window is looked at again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const { client, stores } = await openReader({ count: 4, settings: { markRead: 'open' } });
    stores.list.getState().select('d-1');
    await waitFor(() => expect(headline()).toBe(client.held('d-1')?.dispatch.headline));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.held('d-1')?.status.read).toBe(false);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(client.held('d-1')?.status.read).toBe(true));
  } finally {
    vi.useRealTimers();
    vi.restoreAllMocks();
  }
});

test('who has tapped a button reads on with the space bar', async () => {
  const { client, user } = await openReader({ count: 4, settings: { markRead: 'manual' } });
  await user.keyboard('j');
  const star = await screen.findByRole('button', { name: /Lesezeichen setzen/ });
  await user.pointer({ keys: '[TouchA]', target: star });
  await waitFor(() => expect(client.held('d-0')?.status.bookmarked).toBe(true));
  expect(document.activeElement).toBe(star);
  await user.keyboard(' ');
  await waitFor(() => expect(selectedRow()?.id).toBe('row-d-1'));
  expect(client.held('d-0')?.status.bookmarked).toBe(true);
});
