import type { Format } from './format.ts';

export const mail: Format = { name: 'mail', detects: () => false, parse: () => ({ kind: 'other' }) };
