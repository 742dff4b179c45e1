/** JSON pointers, RFC 6901: https://www.rfc-editor.org/rfc/rfc6901 */
export type Tokens = readonly (string | number)[];

/** The pointer to what the tokens lead to from there. */
export function below(pointer: string, tokens: Tokens): string {
  return pointer + tokens.map((token) => `/${escapeToken(String(token))}`).join('');
}

/** The names and positions that a pointer leads through. */
export function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer to what holds it; the root holds itself. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
