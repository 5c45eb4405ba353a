#!/usr/bin/env node
// Stands where electron-builder expects 7-Zip (ELECTRON_BUILDER_7ZIP_PATH) and does its `a … OUT.tar.gz IN.tar`.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const [out, tar] = process.argv.slice(-2);
writeFileSync(out, gzipSync(readFileSync(tar)));
