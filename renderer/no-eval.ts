import { config } from 'zod';

// zod compiles schemas with eval, which the content security policy forbids, and tries it out when the first schema is
// created: import this module before any that creates one.
config({ jitless: true });
