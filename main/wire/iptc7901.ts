import type { Format } from './format.ts';

export const iptc7901: Format = { name: 'iptc7901', detects: () => false, parse: () => ({ kind: 'other' }) };
