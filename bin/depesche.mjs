#!/usr/bin/env node
// The command of the npm package. An old Node gets a sentence instead of a syntax error: it must not load the program first.
import { readFileSync } from 'node:fs';
import { tooOld } from '../scripts/require-node.mjs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const reason = tooOld(process.versions.node, engines.node);
if (reason === undefined) await import('../out/main/cli.js');
else {
  console.error(reason);
  process.exitCode = 1;
}
