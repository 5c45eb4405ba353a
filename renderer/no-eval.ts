import { config } from 'zod';

// The content security policy forbids eval, with which zod would compile its schemas, and finds out by trying when the
// first one is made: this module has to be imported before any that makes one.
config({ jitless: true });
