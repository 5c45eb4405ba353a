import { chownSync, existsSync, mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeEntrance, privateFolder } from '../../../main/loopback/entrance.ts';
import { findSession, keepSession, lastingKey } from '../../../main/loopback/session.ts';
import { openingPage } from '../../enter.ts';
import { temporaryFolder } from '../temporary.ts';

const MINUTE = 60_000;
const origin = 'http://127.0.0.1:5432';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

function entrance() {
  const folder = temporaryFolder();
  const renewed = vi.fn();
  const made = makeEntrance(folder, origin, renewed);
  return { ...made, file: fileURLToPath(made.url), renewed, code: () => openingPage(made.url).code };
}

const windows = process.platform === 'win32';
const mode = (path: string) => statSync(path).mode & 0o777;

test.skipIf(windows)('page, session and their folder can be read by this user only', () => {
  const folder = join(temporaryFolder(), 'browser');
  mkdirSync(folder, { mode: 0o755 });
  privateFolder(folder);
  const { url, close } = makeEntrance(folder, origin, () => undefined);
  keepSession(join(folder, 'session.json'), { key: 'k'.repeat(43), port: 5432 });
  expect([folder, fileURLToPath(url), join(folder, 'session.json')].map(mode)).toEqual([0o700, 0o600, 0o600]);
  close();
});

test.skipIf(windows)("a folder that is a link, a file or somebody else's is not used", () => {
  const folder = temporaryFolder();
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(folder, 'link'));
  writeFileSync(join(folder, 'file'), '');
  const wanted = [join(folder, 'link'), join(folder, 'file')];
  if (process.getuid?.() === 0) {
    chownSync(elsewhere, 65_534, 65_534);
    wanted.push(elsewhere);
  }
  for (const path of wanted) {
    const given = privateFolder(path);
    expect(given).not.toBe(path);
    expect(mode(given)).toBe(0o700);
    rmSync(given, { recursive: true });
  }
});

test('a code works once, and the page gets another one', () => {
  const { redeem, code, close } = entrance();
  const first = code();
  expect(redeem(first)).toBe(true);
  expect(redeem(first)).toBe(false);
  expect(code()).not.toBe(first);
  expect(redeem(code())).toBe(true);
  close();
});

test.each(['', 'wrong', '__proto__', 'constructor'])('no code: %j', (given) => {
  const { redeem, code, close } = entrance();
  const before = code();
  expect(redeem(given)).toBe(false);
  expect(code()).toBe(before);
  close();
});

test('a code expires after ten minutes, and the page always holds one that is good for five', () => {
  const { redeem, code, renewed, close } = entrance();
  const old = code();
  vi.advanceTimersByTime(4 * MINUTE);
  expect(code()).toBe(old);
  vi.advanceTimersByTime(5 * MINUTE);
  const newer = code();
  vi.advanceTimersByTime(MINUTE);
  expect(redeem(old)).toBe(false);
  expect(redeem(newer)).toBe(true);
  expect(renewed.mock.calls.length).toBeGreaterThanOrEqual(4);
  close();
});

test('a page that cannot be rewritten ends nothing; the code it holds still works once', () => {
  const { file, redeem, code, close } = entrance();
  const given = code();
  rmSync(file);
  mkdirSync(join(file, 'in', 'the', 'way'), { recursive: true });
  vi.advanceTimersByTime(6 * MINUTE);
  expect(redeem(given)).toBe(true);
  expect(redeem(given)).toBe(false);
  rmSync(file, { recursive: true });
  vi.advanceTimersByTime(6 * MINUTE);
  expect(redeem(code())).toBe(true);
  close();
});

test('the page goes with its host', () => {
  const { file, close } = entrance();
  expect(existsSync(file)).toBe(true);
  close();
  expect(existsSync(file)).toBe(false);
});

test('a session is found again for ten minutes', () => {
  vi.useRealTimers();
  const file = join(temporaryFolder(), 'session.json');
  const session = { key: findSession(file).key, port: 5432 };
  expect(session.key).toMatch(/^[\w-]{43}$/);
  keepSession(file, session);
  expect(findSession(file)).toEqual(session);
  const old = Date.now() / 1000 - 11 * 60;
  utimesSync(file, old, old);
  expect(findSession(file).key).not.toBe(session.key);
  expect(findSession(file).port).toBe(0);
});

test.each(['', '{', '{"key":"short","port":1}', `{"key":"${'k'.repeat(43)}","port":70000}`])(
  'a damaged session is a new one: %s',
  (content) => {
    vi.useRealTimers();
    const file = join(temporaryFolder(), 'session.json');
    writeFileSync(file, content);
    expect(findSession(file)).toEqual({ key: expect.stringMatching(/^[\w-]{43}$/), port: 0 });
    expect(findSession(file).key).not.toBe('k'.repeat(43));
  },
);

test('a key that lasts is made once, in a file that only this user can read', () => {
  const file = join(temporaryFolder(), 'token');
  const key = lastingKey(file);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(lastingKey(file)).toBe(key);
  if (!windows) expect(mode(file)).toBe(0o600);
});

test.skipIf(windows)('a key that others can read is refused, and so is what is none', () => {
  const file = join(temporaryFolder(), 'token');
  writeFileSync(file, `${'k'.repeat(43)}\n`, { mode: 0o640 });
  expect(() => lastingKey(file)).toThrow('token.not-private');
  writeFileSync(`${file}2`, 'no key', { mode: 0o600 });
  expect(() => lastingKey(`${file}2`)).toThrow('token.no-key');
  writeFileSync(`${file}3`, `${'k'.repeat(43)}\n`, { mode: 0o600 });
  if (process.getuid?.() !== 0) return;
  chownSync(`${file}3`, 65_534, 65_534);
  expect(() => lastingKey(`${file}3`)).toThrow('token.not-private');
});
