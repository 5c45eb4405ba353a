import { expect, test } from 'vitest';
import { isTemporary, wirePath } from '../../../main/inbox/names.ts';
import { RULES, Settling } from '../../../main/inbox/settling.ts';

const T = 1_760_000_000_000;
const look = (size: number, mtime: number, ctime = mtime) => ({ size, mtime, ctime });

test('a file unchanged for long enough by its own clock is ready at the first check', () => {
  expect(new Settling(RULES).consider('a', look(10, T - 500), T)).toEqual({ kind: 'ready' });
});

test('a file that was just written is checked again when it could be ready', () => {
  const settling = new Settling(RULES);
  expect(settling.consider('a', look(10, T - 200), T)).toEqual({ kind: 'wait', ms: 300 });
  expect(settling.consider('a', look(10, T - 200), T + 300)).toEqual({ kind: 'ready' });
  expect(settling.size).toBe(0);
});

test('a time set back by a copying program does not count: the inode changed just now', () => {
  expect(new Settling(RULES).consider('a', look(10, T - 9_999_999, T), T).kind).toBe('wait');
});

test('every change restarts the wait', () => {
  const settling = new Settling(RULES);
  settling.consider('a', look(10, T), T);
  expect(settling.consider('a', look(20, T + 400), T + 400)).toEqual({ kind: 'wait', ms: 500 });
});

test('a file from a server whose clock runs ahead is ready once it has been watched unchanged', () => {
  const settling = new Settling(RULES);
  expect(settling.consider('a', look(10, T + 60_000), T).kind).toBe('wait');
  expect(settling.consider('a', look(10, T + 60_000), T + 500)).toEqual({ kind: 'ready' });
});

test('an empty file is given more time', () => {
  const settling = new Settling(RULES);
  expect(settling.consider('a', look(0, T - 1_000), T)).toEqual({ kind: 'wait', ms: 9_000 });
  expect(settling.consider('a', look(0, T - 1_000), T + 9_000)).toEqual({ kind: 'ready' });
});

test.each(['.hidden', '~lock', 'a.txt~', 'a.tmp', 'b.xml.part', 'c.filepart', 'd.CRDOWNLOAD', 'e.swp'])(
  '%s is not a finished file',
  (name) => {
    expect(isTemporary(name)).toBe(true);
  },
);

test.each(['a.txt', 'urn:newsml:dpa.com:20090101:1', 'tag_x_version_2', 'temporal.txt', 'Zündung.xml'])(
  '%s may be a dispatch',
  (name) => {
    expect(isTemporary(name)).toBe(false);
  },
);

test('paths are named from the wire folder on, hidden folders and the outside not at all', () => {
  expect(wirePath('/w', '/w/a/b.txt')).toBe('a/b.txt');
  expect(wirePath('/w', '/w/.git/b.txt')).toBeUndefined();
  expect(wirePath('/w', '/other/b.txt')).toBeUndefined();
  expect(wirePath('/w', '/w')).toBeUndefined();
});
