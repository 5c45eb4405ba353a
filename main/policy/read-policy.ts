import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { appId } from '../program/app-id.ts';
import { type FixedByPolicy, NO_POLICY, policyOf } from './policy.ts';

const FILE = '/etc/depesche/policy.json';
const KEY = 'Software\\Policies\\Depesche';
/** Milliseconds for a program of the system. */
const PATIENCE = 5_000;

/** The policy of this machine; none where there is none. Never throws: what cannot be read is in `wrong`. */
export function readPolicy(): FixedByPolicy {
  try {
    return policyOf(sources[process.platform]?.() ?? fromFile(FILE));
  } catch {
    return { ...NO_POLICY, wrong: ['policy'] };
  }
}

type Values = Record<string, unknown>;
const sources: Partial<Record<NodeJS.Platform, () => Values>> = {
  // The machine's policy wins over the user's.
  win32: () => ({ ...fromRegistry('HKCU'), ...fromRegistry('HKLM') }),
  darwin() {
    const folder = '/Library/Managed Preferences';
    const files = [join(folder, userInfo().username, `${appId}.plist`), join(folder, `${appId}.plist`)];
    return Object.assign({}, ...files.filter((file) => existsSync(file)).map(fromPropertyList));
  },
};

/** The values of a policy file; none if there is no such file. Throws if it is no JSON object. */
export function fromFile(file: string): Values {
  if (!existsSync(file)) return {};
  const values: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof values !== 'object' || values === null || Array.isArray(values)) throw new TypeError('no JSON object');
  return { ...values };
}

function fromRegistry(hive: 'HKLM' | 'HKCU'): Values {
  try {
    const reg = join(process.env.SYSTEMROOT ?? 'C:\\Windows', 'System32', 'reg.exe');
    return registryValues(
      execFileSync(reg, ['query', `${hive}\\${KEY}`], { encoding: 'utf8', timeout: PATIENCE, stdio: 'pipe' }),
    );
  } catch {
    // reg.exe fails where there is no such key.
    return {};
  }
}

/** The values in the output of `reg query KEY`; those of sub-keys are not in it. */
export function registryValues(output: string): Values {
  const lines = output.matchAll(/^ {4}(\S+) {4}REG_(DWORD|SZ|EXPAND_SZ) {4}(.*?)\r?$/gm);
  return Object.fromEntries(
    [...lines].map(([, name = '', type, value = '']) => [name, type === 'DWORD' ? Number(value) : value]),
  );
}

/** A property list may be binary: the system converts it. */
function fromPropertyList(file: string): Values {
  const args = ['-convert', 'json', '-o', '-', file];
  const values: unknown = JSON.parse(execFileSync('/usr/bin/plutil', args, { encoding: 'utf8', timeout: PATIENCE }));
  return typeof values === 'object' && values !== null ? { ...values } : {};
}
