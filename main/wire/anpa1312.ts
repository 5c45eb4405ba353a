import type { Format } from './format.ts';

export const anpa1312: Format = { name: 'anpa1312', detects: () => false, parse: () => ({ kind: 'other' }) };
