import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '../../..');
const share = (path: string) => readFileSync(join(project, 'share', path), 'utf8');
const isHere = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const longOptions = (text: string) => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort();

/** Each command with its options, as `depesche --help` shows them. */
const commands = new Map<string, string[]>();

beforeAll(() => {
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, join(project, 'main/cli.ts'), '--help'], {
    encoding: 'utf8',
  });
  for (const [, name = '', rest = ''] of stdout.matchAll(/^depesche ([a-z]+)(.*)$/gm)) {
    commands.set(name, longOptions(rest));
  }
});

/** What bash offers after a line, the last word of which is being typed. */
function offers(...words: string[]): string[] {
  const script = [
    `source ${JSON.stringify(join(project, 'share/bash/depesche'))}`,
    `COMP_WORDS=(depesche ${words.map((word) => `'${word}'`).join(' ')})`,
    `COMP_CWORD=${words.length}`,
    '_depesche',
    `printf "%s\\n" "\${COMPREPLY[@]}"`,
  ].join('\n');
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: join(project, 'seeds') });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

test('the manual page has every command with its options', () => {
  const synopsis = share('man/depesche.1').replaceAll('\\-', '-').split('.SH DESCRIPTION')[0] ?? '';
  const described = synopsis.split('\n.br\n').map((text) => {
    const [, name = ''] = /depesche ([a-z]+)/.exec(text) ?? [];
    return [name, longOptions(text)] as const;
  });
  expect(new Map(described.filter(([name]) => name !== ''))).toEqual(commands);
});

test('zsh completes every command with its options', () => {
  const [head = '', cases = ''] = share('zsh/_depesche').split('case $words[1] in');
  const variables = { $wires: '--wires', $data: '--data' };
  const completed = [...cases.matchAll(/^ {2}([a-z]+)\)(.*);;$/gm)].map(([, name = '', text = '']) => {
    const options = Object.entries(variables).reduce((line, [from, to]) => line.replace(from, to), text);
    expect(head).toContain(`'${name}:`);
    return [name, longOptions(options)] as const;
  });
  expect(new Map(completed)).toEqual(commands);
});

test('fish completes every command with its options', () => {
  const lines = share('fish/depesche.fish').split('\n');
  const offered = lines.flatMap((line) => / -n __fish_use_subcommand .*-a ([a-z]+)/.exec(line)?.[1] ?? []);
  const completed = offered.map((name) => {
    const own = lines.filter((line) =>
      /__fish_seen_subcommand_from ([a-z ]+)'/.exec(line)?.[1]?.split(' ').includes(name),
    );
    return [
      name,
      own
        .flatMap((line) => / -l ([a-z-]+)/.exec(line)?.[1] ?? [])
        .map((option) => `--${option}`)
        .sort(),
    ] as const;
  });
  expect(new Map(completed)).toEqual(commands);
});

describe.skipIf(!isHere('bash'))('bash', () => {
  test('completes every command with its options', () => {
    expect(offers('').sort()).toEqual([...commands.keys(), '--help', '--version'].sort());
    for (const [name, options] of commands) expect([name, ...offers(name, '--').sort()]).toEqual([name, ...options]);
  });

  test('completes what an option takes, and the files of parse', () => {
    expect(offers('bookmarks', '--format', '')).toEqual(['json', 'md', 'html', 'txt', 'csv', 'ninjs']);
    expect(offers('serve', '--port', '')).toEqual([]);
    expect(offers('parse', 'dts_')).toContain('dts_20261118_0715_hafen.txt');
  });
});

test.skipIf(!isHere('zsh'))('zsh can read its completion', () => {
  expect(spawnSync('zsh', ['-n', join(project, 'share/zsh/_depesche')], { encoding: 'utf8' }).stderr).toBe('');
});

test.skipIf(!isHere('fish'))('fish can read its completion', () => {
  expect(
    spawnSync('fish', ['--no-execute', join(project, 'share/fish/depesche.fish')], { encoding: 'utf8' }).stderr,
  ).toBe('');
});
