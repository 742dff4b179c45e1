/**
 * Comparing texts. Case is ignored one UTF-16 unit at a time: a unit of the pattern stands for its
 * lower-case and its upper-case form, which may be longer (`ß` stands for `ß` and `SS`). No form
 * begins or ends with the other, so there is never a choice and one pass decides. Half of a
 * surrogate pair becomes `?` on AWS: a pattern with an emoji does not match that emoji.
 */

/** A text as UTF-8 can carry it, which AWS compares: half of a surrogate pair alone becomes `?`. */
export function encodable(text: string): string {
  return anySurrogate.test(text) ? text.replace(loneSurrogates, '?') : text;
}

const anySurrogate = /[\ud800-\udfff]/;
const loneSurrogates = /\p{Surrogate}/gu;

/** Beyond ASCII a letter may have several forms, or longer ones. */
export function isAscii(text: string): boolean {
  return ascii.test(text);
}

const ascii = /^[\0-\x7f]*$/;

export function equalsIgnoringCase(text: string, pattern: string): boolean {
  return forwards(text, pattern) === text.length;
}

export function startsIgnoringCase(text: string, pattern: string): boolean {
  return forwards(text, pattern) >= 0;
}

export function endsIgnoringCase(text: string, pattern: string): boolean {
  let end = text.length;
  for (let i = pattern.length - 1; i >= 0; i--) {
    const found = forms(pattern.charAt(i)).find((form) => text.endsWith(form, end));
    if (found === undefined) {
      return false;
    }
    end -= found.length;
  }
  return true;
}

function forwards(text: string, pattern: string): number {
  let at = 0;
  for (let i = 0; i < pattern.length; i++) {
    const found = forms(pattern.charAt(i)).find((form) => text.startsWith(form, at));
    if (found === undefined) {
      return -1;
    }
    at += found.length;
  }
  return at;
}

/** What a UTF-16 unit of a pattern stands for where case is ignored. */
export function forms(unit: string): readonly string[] {
  return unit >= '\ud800' && unit <= '\udfff' ? ['?'] : [unit.toLowerCase(), unit.toUpperCase()];
}

/**
 * The texts between the asterisks of a wildcard pattern, or what is wrong with it: `**`, or a
 * backslash before anything but an asterisk or a backslash.
 */
export function wildcardParts(pattern: string): readonly string[] | string {
  const parts = [''];
  for (let i = 0; i < pattern.length; i++) {
    const [unit, next] = [pattern.charAt(i), pattern.charAt(i + 1)];
    if (unit === '*' && next === '*') {
      return 'has two asterisks in a row';
    }
    if (unit === '\\' && next !== '*' && next !== '\\') {
      return 'has a backslash that escapes neither * nor \\';
    }
    if (unit === '*') {
      parts.push('');
    } else {
      parts[parts.length - 1] += unit === '\\' ? pattern.charAt(++i) : unit;
    }
  }
  return parts;
}

/** Whether the text is the parts in order, with anything between them. */
export function matchesParts(text: string, parts: readonly string[]): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2) {
    return text === first;
  }
  const end = text.length - last.length;
  if (!text.startsWith(first) || end < first.length || !text.endsWith(last)) {
    return false;
  }
  let at = first.length;
  // The leftmost place of each part leaves most room for the rest.
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) {
      return false;
    }
    at = found + part.length;
  }
  return true;
}
