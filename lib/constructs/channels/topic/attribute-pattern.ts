import { Token } from 'aws-cdk-lib';

// A filter policy on message attributes is flat: `{ shipTo: { country: ['US'] } }` is said of an
// attribute named `shipTo.country`. `$or` may stand in it at the top only, and once: one inside an
// object is lifted, and of several each stands inside the alternatives of the one before it, which
// are the same ways to match.

type Fields = Readonly<Record<string, unknown>>;

/** A pattern about an event's data, flat. */
export interface FlatPattern {
  /** What stands at each path. More than one for a path that the pattern names twice. */
  readonly fields: readonly (readonly [path: string, matchers: unknown])[];
  /** The alternatives of each `$or`. */
  readonly choices: readonly (readonly FlatPattern[])[];
}

export function flattened(pattern: object, base = ''): FlatPattern {
  const parts = Object.entries(pattern).map(([name, value]): FlatPattern => {
    if (name === '$or' && Array.isArray(value) && value.every(isObject)) {
      return { fields: [], choices: [value.map((one) => flattened(one, base))] };
    }
    const path = base === '' ? name : `${base}.${name}`;
    return isObject(value) ? flattened(value, path) : { fields: [[path, value]], choices: [] };
  });
  return {
    fields: parts.flatMap(({ fields }) => fields),
    choices: parts.flatMap(({ choices }) => choices),
  };
}

/** Every field that stands in the pattern, wherever. */
export function fieldsOf({ fields, choices }: FlatPattern): FlatPattern['fields'] {
  return [...fields, ...choices.flat().flatMap(fieldsOf)];
}

/** In how many ways the alternatives combine. */
export function countWays({ choices }: FlatPattern): number {
  return choices.reduce(
    (product, choice) => product * choice.reduce((sum, one) => sum + countWays(one), 0),
    1,
  );
}

/** The first path that one way through the alternatives names twice. */
export function namedTwice(pattern: FlatPattern, before = new Set<string>()): string | undefined {
  const own = pattern.fields.map(([path]) => path);
  const twice = own.find((path, at) => before.has(path) || own.indexOf(path) < at);
  if (twice !== undefined) return twice;
  let around = new Set([...before, ...own]);
  for (const choice of pattern.choices) {
    for (const one of choice) {
      const found = namedTwice(one, around);
      if (found !== undefined) return found;
    }
    around = new Set([...around, ...choice.flatMap(fieldsOf).map(([path]) => path)]);
  }
  return undefined;
}

/** The filter policy. Made of a pattern that names no path twice. */
export function attributePattern({ fields, choices }: FlatPattern): Fields {
  const [first, ...rest] = choices;
  const own = Object.fromEntries(fields);
  if (first === undefined) return own;
  const inside = ({ fields, choices }: FlatPattern) => ({ fields, choices: [...choices, ...rest] });
  return { ...own, $or: first.map((one) => attributePattern(inside(one))) };
}

/** Fields inside a field; a token stands for what only CloudFormation knows. */
function isObject(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Token.isUnresolved(value)
  );
}
