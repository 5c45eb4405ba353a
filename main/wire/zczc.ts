import type { Format } from './format.ts';

export const zczc: Format = { name: 'zczc', detects: () => false, parse: () => ({ kind: 'other' }) };
