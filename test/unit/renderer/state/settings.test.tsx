import { expect, test, vi } from 'vitest';
import type { ReaderClient, Settings } from '../../../../preload/contract/contract.ts';
import { createAsk } from '../../../../renderer/state/calls.ts';
import { createSettings } from '../../../../renderer/state/settings.ts';
import { createToasts } from '../../../../renderer/state/toasts.ts';
import { FakeClient } from '../fake-client.ts';

/** Settings of which every change waits until the test releases its answer. */
function open() {
  const host = new FakeClient();
  const answers: ((fail?: boolean) => void)[] = [];
  const call = vi.fn(async (name, input) => {
    if (name !== 'settings.set') return host.call(name, input);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const answer: Settings = { ...host.settings, ...input };
    answers.push((fail) => {
      if (fail) return reject(new Error('the disk is full'));
      host.settings = { ...host.settings, ...input };
      resolve();
    });
    await promise;
    return answer;
  });
  const client: ReaderClient = { call, on: () => () => {} };
  const toasts = createToasts();
  const settings = createSettings(client, createAsk(client, toasts), toasts);
  return { host, answers, settings, toasts };
}

test('a change that is made while others are under way builds upon them', async () => {
  const { answers, settings } = open();
  await settings.getState().load();
  const step = () => settings.getState().change({ textSize: settings.getState().settings.textSize + 1 });
  const first = step();
  const second = step();
  answers[0]?.();
  await first;
  // The host also notifies all its windows.
  settings.getState().receive({ ...settings.getState().settings, textSize: 19 });
  expect(settings.getState().settings.textSize).toBe(20);
  const third = step();
  answers[1]?.();
  answers[2]?.();
  await Promise.all([second, third]);
  expect(settings.getState().settings.textSize).toBe(21);
});

test('a change that the host does not keep is taken back, with it nothing else', async () => {
  const { answers, settings, toasts } = open();
  await settings.getState().load();
  const kept = settings.getState().change({ theme: 'dark' });
  const lost = settings.getState().change({ textSize: 30 });
  answers[0]?.();
  answers[1]?.(true);
  vi.spyOn(console, 'error').mockImplementationOnce(() => {});
  await Promise.all([kept, lost]);
  expect(settings.getState().settings).toMatchObject({ theme: 'dark', textSize: 18 });
  expect(toasts.getState().toasts).toMatchObject([{ key: 'settings.failed' }]);
});
