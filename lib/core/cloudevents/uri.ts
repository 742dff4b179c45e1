import { isIPv6 } from 'node:net';

// RFC 3986. A reference is cut at its first `:`, `/`, `?` and `#`, which no earlier part may hold;
// then each part is searched for a character that it may not hold. Searching for the bad character,
// instead of matching all good ones, needs no backtracking, so a long hostile string costs its
// length.

/** Scheme, authority, path, query and fragment. */
const parts = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*$/;
const authorityParts = /^(?:([^@]*)@)?(\[[^\]]*\]|[^@:[\]]*)(?::[0-9]*)?$/;
const futureAddress = /^v[0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+$/i;

const badInUserInfo = badCharacter(':');
const badInHost = badCharacter('');
const badInPath = badCharacter(':@/');
const badInQuery = badCharacter(':@/?');

/** Whether a text is a URI-reference: a URI, or relative to one (RFC 3986, section 4.1). */
export function isUriReference(text: string): boolean {
  const match = parts.exec(text);
  if (match === null) return false;
  const [, schemeName, authority, path = '', query = '', fragment = ''] = match;
  return (
    (schemeName === undefined || scheme.test(schemeName)) &&
    (authority === undefined || isAuthority(authority)) &&
    !badInPath.test(path) &&
    !badInQuery.test(query) &&
    !badInQuery.test(fragment)
  );
}

/** Whether a text is an absolute URI: with a scheme, without a fragment (RFC 3986, section 4.3). */
export function isAbsoluteUri(text: string): boolean {
  return isUriReference(text) && parts.exec(text)?.[1] !== undefined && !text.includes('#');
}

function isAuthority(authority: string): boolean {
  const match = authorityParts.exec(authority);
  if (match === null) return false;
  const [, userInfo = '', host = ''] = match;
  return (
    !badInUserInfo.test(userInfo) &&
    (host.startsWith('[') ? isLiteral(host) : !badInHost.test(host))
  );
}

/** An address in brackets. Node's own test also takes a zone (`%eth0`), which RFC 3986 does not. */
function isLiteral(host: string): boolean {
  const address = host.slice(1, -1);
  return futureAddress.test(address) || (isIPv6(address) && !address.includes('%'));
}

/**
 * Finds what is neither unreserved, nor a sub-delimiter, nor percent-encoded, nor one of `also`.
 */
function badCharacter(also: string): RegExp {
  return new RegExp(`[^A-Za-z0-9._~!$&'()*+,;=%${also}-]|%(?![0-9A-Fa-f]{2})`);
}
