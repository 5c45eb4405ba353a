import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureBrowser } from '../../../scripts/ensure-browser.mjs';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const way = (what: string, possible: boolean, go: () => boolean) => ({ what, possible: () => possible, go: vi.fn(go) });

test('what is there is used, and nothing is fetched', () => {
  const fetch = way('fetch', true, () => true);
  expect(ensureBrowser(() => '/usr/bin/chromium', [fetch])).toBe('/usr/bin/chromium');
  expect(fetch.go).not.toHaveBeenCalled();
});

test('the ways are tried in turn until one brings a browser', () => {
  let found: string | undefined;
  const never = way('not here', false, () => true);
  const failing = way('failing', true, () => false);
  const working = way('working', true, () => {
    found = '/fetched/chrome';
    return true;
  });
  expect(ensureBrowser(() => found, [never, failing, working])).toBe('/fetched/chrome');
  expect(never.go).not.toHaveBeenCalled();
});

test('when none can be had, the error names what was tried and what to do', () => {
  const ways = [way('first way', true, () => false), way('second way', true, () => true)];
  expect(() => ensureBrowser(() => undefined, ways)).toThrow(/first way; second way.*CHROMIUM/);
});
