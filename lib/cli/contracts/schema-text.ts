import { JsonSyntaxError, positionIn } from '../../core/event-patterns/json/position';
import { type JsonNode, readJson } from '../../core/event-patterns/json/read';
import { below } from '../../core/schemas/pointer';
import { CommandError } from '../verb';

export interface SchemaText {
  readonly schema: unknown;
  /** Numbers that have more digits than are compared, by their JSON pointer, as they are spelt. */
  readonly longNumbers: ReadonlyMap<string, string>;
}

/**
 * Reads a schema from a file's text. Of a name that stands twice validators take the first one or
 * the last: it is refused.
 *
 * @throws CommandError that names the file, the line and what belongs there.
 */
export function readSchemaText(text: string, file: string): SchemaText {
  const root = parse(text, file);
  const longNumbers = new Map<string, string>();
  const open: [JsonNode, string][] = [[root, '']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, pointer] = next;
    if (node.kind === 'number' && isLong(node.text)) longNumbers.set(pointer, node.text);
    if (node.kind === 'object') refuseTwins(node, pointer, text, file);
    open.push(...childrenOf(node, pointer));
  }
  return { schema: JSON.parse(text), longNumbers };
}

function parse(text: string, file: string): JsonNode {
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { line, column } = error.at;
    throw new CommandError(`${file}, line ${line}, column ${column}: ${error.problem}`);
  }
}

function childrenOf(node: JsonNode, pointer: string): [JsonNode, string][] {
  if (node.kind === 'array') return node.items.map((item, at) => [item, below(pointer, [at])]);
  return node.kind === 'object'
    ? node.members.map(({ name, value }) => [value, below(pointer, [name])])
    : [];
}

function refuseTwins(
  { members }: JsonNode & { kind: 'object' },
  pointer: string,
  text: string,
  file: string,
): void {
  const seen = new Set<string>();
  for (const { name, value } of members) {
    if (seen.has(name)) {
      const { line } = positionIn(text, value.at ?? 0);
      const twin = JSON.stringify(name);
      const place = pointer === '' ? 'the schema' : pointer;
      throw new CommandError(`${file}, line ${line}: ${twin} stands twice in ${place}: keep one`);
    }
    seen.add(name);
  }
}

/** Whether a double can't hold the number as it is spelt. */
function isLong(text: string): boolean {
  return digitsOf(text) !== digitsOf(String(Number(text)));
}

/** One text for all spellings of a number: its digits, and the power of ten of the last one. */
function digitsOf(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = (whole + fraction).replace(/^(-?)0+(?=\d)/, '$1');
  const kept = digits.replace(/0+$/, '');
  if (kept === '' || kept === '-') return '0';
  return `${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
