import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { PaneBoundary } from '../../../../renderer/app/PaneBoundary.tsx';
import { StoresContext } from '../../../../renderer/state/context.ts';
import { createStores } from '../../../../renderer/state/stores.ts';
import { FakeClient } from '../fake-client.ts';
import { headline, openReader, rows } from '../open-reader.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A window too narrow for three panes. */
function narrow(): void {
  const media = { matches: true, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => media);
}

test('a narrow window shows one pane at a time and the lists on demand', async () => {
  narrow();
  const { user } = await openReader();
  expect(screen.queryByRole('navigation')).toBeNull();
  await user.click(screen.getByRole('option', { name: /Fähre vor/ }));
  await waitFor(() => expect(headline()).toContain('Fähre vor'));
  expect(rows()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Zurück zur Liste' }));
  expect(rows().length).toBeGreaterThan(3);
  await user.click(screen.getByRole('button', { name: 'Listen einblenden' }));
  await user.click(within(screen.getByRole('navigation')).getByRole('button', { name: /^Heute/ }));
  expect(screen.queryByRole('navigation')).toBeNull();
  expect(screen.getByRole('heading', { name: 'Heute' })).toBeTruthy();
});

test('in a narrow window T goes to the article and its tags', async () => {
  narrow();
  const { user } = await openReader();
  await user.keyboard('j');
  await waitFor(() => expect(screen.getByRole('option', { selected: true })).toBeTruthy());
  await user.keyboard('t');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Schlagwort hinzufügen'));
});

test('a section of the sidebar can be folded', async () => {
  const { user } = await openReader();
  const title = screen.getByRole('button', { name: 'Ressorts' });
  expect(screen.getByRole('button', { name: /^Wirtschaft(?! und)/ })).toBeTruthy();
  await user.click(title);
  expect(title.getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('button', { name: /^Wirtschaft(?! und)/ })).toBeNull();
});

test('saved searches are put in another order by key', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.saved = [
      { id: 'a', name: 'Bahn', search: 'bahn' },
      { id: 'b', name: 'Hafen', search: 'hafen' },
    ];
  });
  screen.getByRole('button', { name: /^Hafen/ }).focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(client.saved.map(({ id }) => id)).toEqual(['b', 'a']));
});

test('a saved search gets no name that another one has, however it is written', async () => {
  const { client, stores, user } = await openReader({}, (fake) => {
    fake.saved = [
      { id: 'a', name: 'Bahn', search: 'bahn' },
      { id: 'b', name: 'Hafen', search: 'hafen' },
    ];
  });
  const name = () => within(screen.getByRole('dialog')).getByRole('textbox', { name: 'Name' });
  stores.list.getState().refine({ search: 'moorbahn' });
  act(() => stores.shell.getState().open({ name: 'save-search' }));
  await user.clear(name());
  await user.type(name(), 'bahn {Enter}');
  expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toContain('„Bahn“');
  expect(name().getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(name());
  await user.type(name(), 'hof');
  expect(within(screen.getByRole('dialog')).queryByRole('alert')).toBeNull();
  await user.type(name(), '{Enter}');
  await waitFor(() => expect(client.saved.map((saved) => saved.name)).toEqual(['Bahn', 'Hafen', 'bahn hof']));
  screen.getByRole('button', { name: /^Hafen/ }).focus();
  await user.keyboard('{F2}');
  await user.clear(name());
  await user.type(name(), 'Bahn{Enter}');
  expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toContain('„Bahn“');
  await user.clear(name());
  await user.type(name(), 'hafen{Enter}');
  await waitFor(() => expect(client.saved.map((saved) => saved.name)).toEqual(['Bahn', 'hafen', 'bahn hof']));
});

test('a saved search highlights its words in the opened article', async () => {
  const { client, user } = await openReader({}, (fake) => {
    fake.saved = [{ id: 'a', name: 'Bahn', search: 'moorbahn' }];
  });
  await user.click(screen.getByRole('button', { name: /^Bahn/ }));
  await waitFor(() => expect(rows()[0]?.textContent).toContain('Moorbahn'));
  await user.keyboard('j');
  await waitFor(() => expect(client.inputs('article.get').at(-1)?.search).toBe('moorbahn'));
});

test('a mistake in one pane can be tried again and leaves the rest alone', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let broken = true;
  function Pane() {
    if (broken) throw new Error('broken');
    return <p>Alles gut</p>;
  }
  render(
    <StoresContext value={createStores(new FakeClient({ settings: { language: 'de' } }))}>
      <PaneBoundary>
        <Pane />
      </PaneBoundary>
      <p>Nachbar</p>
    </StoresContext>,
  );
  expect(screen.getByText('Nachbar')).toBeTruthy();
  broken = false;
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button'));
  expect(screen.getByText('Alles gut')).toBeTruthy();
});

test('widths of the panes are those of the settings', async () => {
  const { client } = await openReader({ settings: { panes: [22, 30, 48] } });
  await waitFor(() => expect(screen.getAllByRole('separator')).toHaveLength(2));
  expect(client.inputs('settings.set').filter((part) => part.panes !== undefined)).toEqual([]);
});

test('what a pane is called is said in the language of the system', async () => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('de-DE');
  const { client } = await openReader({
    settings: { language: 'system' },
    info: { host: 'electron', locale: 'en-GB' },
  });
  expect(await screen.findByRole('navigation', { name: 'Lists' })).toBeTruthy();
  act(() => client.emit('settings.changed', { ...client.settings, language: 'de' }));
  expect(await screen.findByRole('navigation', { name: 'Listen' })).toBeTruthy();
});

test('the menu of the desktop names what undo would do, but in a field, where it undoes typing', async () => {
  const { client, stores, user } = await openReader({ info: { host: 'electron' } });
  const named = () => client.inputs('history.name').at(-1);
  await user.keyboard('js');
  await waitFor(() => expect(named()).toEqual({ undo: 'Rückgängig: Lesezeichen gesetzt' }));
  await user.keyboard('/');
  await waitFor(() => expect(named()).toEqual({}));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(named()).toEqual({ undo: 'Rückgängig: Lesezeichen gesetzt' }));
  expect(stores.undo.getState().undoable).toHaveLength(1);
});

test('in a browser that is the language of the browser, whatever the machine speaks that the stores runs on', async () => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('de-AT');
  await openReader({ settings: { language: 'system' }, info: { host: 'browser', locale: 'en-GB' } });
  expect(await screen.findByRole('navigation', { name: 'Listen' })).toBeTruthy();
});

test('in a wide window one Escape clears the search, also when the article has the focus', async () => {
  const { stores, user } = await openReader();
  stores.list.getState().refine({ search: 'moorbahn' });
  await user.keyboard('j');
  await waitFor(() => expect(stores.list.getState().selectedId).toBeDefined());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(stores.shell.getState().front).toBe('article'));
  await user.keyboard('{Escape}');
  expect(stores.list.getState().query.search).toBe('');
});

test('in a narrow window only what comes to the front counts as read, and Space brings it there', async () => {
  narrow();
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { client, stores, user } = await openReader();
  const isRead = () => client.stories[0]?.status.read === true;
  screen.getByRole('listbox').focus();
  await user.keyboard('j');
  await waitFor(() => expect(stores.article.getState().phase).toBe('shown'));
  // Longer than a dispatch is shown before it counts as read.
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(isRead()).toBe(false);
  await user.keyboard(' ');
  await waitFor(() => expect(headline()).toContain('Fähre vor'));
  await waitFor(() => expect(isRead()).toBe(true));
});

test('a list that becomes empty keeps the focus', async () => {
  const { client, user } = await openReader({ count: 3 });
  screen.getByRole('listbox').focus();
  client.stories.length = 0;
  client.arrive();
  await waitFor(() => expect(rows()).toEqual([]));
  await waitFor(() => expect(document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')).toBe('list'));
  await user.keyboard('j');
});
