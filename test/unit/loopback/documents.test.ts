import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromUserDirs, personalFolder } from '../../../main/loopback/documents.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'depesche-documents-'));
});
afterEach(() => rm(home, { recursive: true }));

describe.skipIf(process.platform === 'win32')('user-dirs.dirs', () => {
  const says = async (line: string) => {
    await mkdir(join(home, '.config'), { recursive: true });
    await writeFile(join(home, '.config/user-dirs.dirs'), `# a comment\nXDG_DESKTOP_DIR="$HOME/x"\n${line}\n`);
    return fromUserDirs({}, home);
  };

  test('names a folder in the home folder, or an absolute one', async () => {
    expect(await says('XDG_DOCUMENTS_DIR="$HOME/Dokumente"')).toBe(join(home, 'Dokumente'));
    expect(await says('XDG_DOCUMENTS_DIR="/srv/\\"alte\\" Texte/"')).toBe('/srv/"alte" Texte');
  });

  test.each(['XDG_DOCUMENTS_DIR="$HOME/"', '#XDG_DOCUMENTS_DIR="$HOME/a"', 'XDG_DOCUMENTS_DIR="relative"', ''])(
    '%j names none',
    async (line) => {
      expect(await says(line)).toBeUndefined();
    },
  );

  test('yields to the environment, and may be missing', () => {
    expect(fromUserDirs({ XDG_DOCUMENTS_DIR: '/d' }, home)).toBe('/d');
    expect(fromUserDirs({}, home)).toBeUndefined();
  });
});

describe('the registry', () => {
  const output = (value: string) =>
    `\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\r\n    Personal    REG_EXPAND_SZ    ${value}\r\n\r\n`;

  test('names a folder, with variables', () => {
    const env = { USERPROFILE: 'C:\\Users\\eva' };
    expect(personalFolder(output('%USERPROFILE%\\Eigene Dokumente'), env)).toBe('C:\\Users\\eva\\Eigene Dokumente');
    expect(personalFolder(output('D:\\Texte'), env)).toBe('D:\\Texte');
  });

  test('says nothing of use', () => {
    expect(personalFolder('ERROR: The system was unable to find the key.', {})).toBeUndefined();
    expect(personalFolder(output('%NOWHERE%\\Documents'), {})).toBeUndefined();
  });
});
