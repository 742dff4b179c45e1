/**
 * The members of a JSON object by name, each as the text that stands there: the spelling of numbers
 * and names that repeat inside a member mean something to event patterns. Of one name the last
 * counts. The text must be a JSON object.
 */
export function membersOf(text: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  let at = skipSpace(text, text.indexOf('{') + 1);
  while (text[at] === '"') {
    const nameEnd = stringEnd(text, at);
    const start = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const end = valueEnd(text, start);
    members.set(JSON.parse(text.slice(at, nameEnd)), text.slice(start, end));
    at = skipSpace(text, end);
    at = text[at] === ',' ? skipSpace(text, at + 1) : at;
  }
  return members;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r' || text[at] === '\n') {
    at++;
  }
  return at;
}

function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

function valueEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const character = text[at];
    if (character === '"') {
      at = stringEnd(text, at);
    } else if (depth === 0 && character !== '{' && character !== '[') {
      return scalarEnd(text, at);
    } else {
      depth += character === '{' || character === '[' ? 1 : 0;
      depth -= character === '}' || character === ']' ? 1 : 0;
      at++;
    }
  } while (depth > 0 && at < text.length);
  return at;
}

function scalarEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\s,}]/.test(text.charAt(at))) {
    at++;
  }
  return at;
}
