import { expect, test } from 'vitest';
import { answer } from '../../../main/reader/answer.ts';
import { safeLink } from '../../../main/reader/safe-link.ts';
import { fakeReader } from '../../electron/fake-reader.ts';

test('a result that breaks the contract never leaves', async () => {
  const { handlers } = fakeReader();
  const wrong = { ...handlers, 'status.mark': () => ({ changed: 1.5 }) };
  const outcome = await answer(wrong, 'status.mark', { ids: ['one'], change: { read: true } });
  expect(outcome).toMatchObject({ error: { message: expect.stringContaining('answered wrongly') } });
});

test('only what the contract names leaves', async () => {
  const { handlers } = fakeReader();
  const chatty = { ...handlers, 'status.mark': () => ({ changed: 1, path: '/secret' }) };
  expect(await answer(chatty, 'status.mark', { ids: ['one'], change: {} })).toEqual({ ok: { changed: 1 } });
});

test.each(['https://example.invalid/a', 'http://example.invalid/', 'mailto:desk@example.invalid'])(
  'may be opened outside: %s',
  (address) => expect(safeLink(address)).toBe(address),
);

test.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'no address', '', '-flag'])(
  'may not be opened outside: %s',
  (address) => expect(safeLink(address)).toBeUndefined(),
);
