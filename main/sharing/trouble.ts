import type { SharingTrouble } from '../../preload/contract/contract.ts';
import { codeOf, reasonOf } from '../errors.ts';
import { NewerSchema } from './migrations.ts';

/** By the codes of PostgreSQL (errcodes-appendix), of its functions for Depesche (sql/), of Node and of OpenSSL. */
const TROUBLES: Readonly<Record<string, SharingTrouble>> = {
  '28P01': 'refused',
  '28000': 'refused',
  DP001: 'revoked',
  DP002: 'refused',
  DP003: 'refused',
  DP004: 'expired',
  '53300': 'busy',
  '57P03': 'busy',
  '53100': 'full',
  '53200': 'full',
  '3D000': 'older',
  '3F000': 'older',
  '42883': 'older',
  '42P01': 'older',
  '42501': 'refused',
  CERT_HAS_EXPIRED: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
};

/** Why the server could not be used. Errors that are nobody's in particular mean that it cannot be reached. */
export function troubleOf(error: unknown): SharingTrouble {
  if (error instanceof NewerSchema) return 'newer';
  const known = TROUBLES[codeOf(error) ?? ''];
  if (known !== undefined) return known;
  return /does not support SSL/.test(reasonOf(error)) ? 'untrusted' : 'unreachable';
}

/** Trying again by itself does not help, and repeated logins might lock the account. */
export const isFinal = (trouble: SharingTrouble): boolean => trouble === 'revoked' || trouble === 'expired';
