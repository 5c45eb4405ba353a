const BY_CODE = {
  ENOTFOUND: (host) => `${host} cannot be found: there is no network, or it needs a proxy (set HTTPS_PROXY)`,
  EAI_AGAIN: (host) => `${host} cannot be found: there is no network, or it needs a proxy (set HTTPS_PROXY)`,
  ECONNREFUSED: () => 'the connection was refused: check the network and the proxy (HTTPS_PROXY)',
  ENETUNREACH: () => 'there is no network',
  UND_ERR_CONNECT_TIMEOUT: () => 'the server does not answer: perhaps the network needs a proxy (set HTTPS_PROXY)',
  ETIMEDOUT: () => 'the server does not answer: perhaps the network needs a proxy (set HTTPS_PROXY)',
  ECONNRESET: () => 'the connection broke off',
  UND_ERR_SOCKET: () => 'the connection broke off',
  ENOSPC: () => 'the disk is full',
  EACCES: () => 'the cache folder cannot be written to (set electron_config_cache to another one)',
  SELF_SIGNED_CERT_IN_CHAIN: () => CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => CERTIFICATE,
};
const CERTIFICATE = 'the network uses a certificate of its own (name its file in NODE_EXTRA_CA_CERTS)';

/** Why a download failed and what helps, as half a sentence on one line, from the error that fetch or the file system gave. */
export function downloadFailure(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const known = BY_CODE[cause.code];
    if (known) return known(cause.hostname ?? 'the server');
    // Several addresses were tried.
    if (cause instanceof AggregateError && cause.errors.length > 0) return downloadFailure(cause.errors[0]);
    if (cause.response?.status === 407) return 'the proxy wants a user name and password (in HTTPS_PROXY)';
    if (cause.response?.status === 404) return 'the server does not have this version (check ELECTRON_MIRROR)';
  }
  return (error?.message ?? String(error)).split('\n', 1)[0];
}
