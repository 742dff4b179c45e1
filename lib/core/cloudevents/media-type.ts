const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const parameter = ` *; *${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*")`;
const mediaType = new RegExp(`^${token}/${token}(?:${parameter})*$`);
const json = /^[^/;]+\/(?:[^;]*\+)?json *(?:;|$)/i;

/** Far above any real one; a match of millions of characters would exhaust the stack. */
export const maxMediaTypeLength = 1000;

/** Whether a text is a media type with its parameters (RFC 2046, in the syntax of RFC 2045). */
export function isMediaType(text: string): boolean {
  return text.length <= maxMediaTypeLength && mediaType.test(text);
}

/** Whether data of this media type is JSON: a subtype `json` or one that ends in `+json`. */
export function isJsonMediaType(text: string): boolean {
  return json.test(text);
}
