import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BrowserKind, ensureTestBrowser } from '../../../scripts/ensure-browser.mjs';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const way = (what: string, possible: boolean, go: () => boolean) => ({ what, possible: () => possible, go: vi.fn(go) });
const kind = (name: string, find: () => string | undefined, ways: BrowserKind['ways'] = []) => ({ name, find, ways });

test('what is there is used, and nothing is fetched', () => {
  const fetch = way('fetch', true, () => true);
  expect(ensureTestBrowser({}, [kind('Chromium', () => '/usr/bin/chromium', [fetch])])).toBe('/usr/bin/chromium');
  expect(fetch.go).not.toHaveBeenCalled();
});

test('the browser that is named is used, whatever else is there', () => {
  const kinds = [kind('Chromium', () => '/usr/bin/chromium')];
  expect(ensureTestBrowser({ CHROMIUM: '/nowhere/chromium' }, kinds)).toBe('/nowhere/chromium');
});

test('the ways are tried in turn until one brings a browser', () => {
  let found: string | undefined;
  const never = way('not here', false, () => true);
  const failing = way('failing', true, () => false);
  const working = way('working', true, () => {
    found = '/fetched/chrome';
    return true;
  });
  expect(ensureTestBrowser({}, [kind('Chromium', () => found, [never, failing, working])])).toBe('/fetched/chrome');
  expect(never.go).not.toHaveBeenCalled();
});

test('a kind that cannot be had gives way to the next one', () => {
  const shell = kind('headless Chromium', () => undefined, [way('apt', true, () => false)]);
  const whole = kind('Chromium', () => '/usr/bin/chromium');
  expect(ensureTestBrowser({}, [shell, whole])).toBe('/usr/bin/chromium');
});

test('when none can be had, the error names what was tried and what to do', () => {
  const ways = [way('first way', true, () => false), way('second way', true, () => true)];
  const kinds = ways.map((one) => kind('Chromium', () => undefined, [one]));
  expect(() => ensureTestBrowser({}, kinds)).toThrow(/first way; second way.*CHROMIUM/);
});
