/** Synthesised templates as untyped JSON, read without trusting any of it. */

export type Fields = Readonly<Record<string, unknown>>;

export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** As the template writes them: intrinsics are not resolved. */
  readonly properties: Fields;
  /** The name of the condition that decides whether the resource exists at all. */
  readonly condition?: string;
  /** The construct path that CDK writes into the metadata. */
  readonly path?: string;
}

export interface Template {
  readonly stack: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: Fields;
  readonly outputs: Fields;
}

/** Deeper than any template that CloudFormation takes, and shallow enough to walk by recursion. */
const DEEPEST = 100;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An own field, however deep; undefined where the way ends. `__proto__` is a field like any other.
 */
export function fieldOf(value: unknown, ...way: string[]): unknown {
  let found = value;
  for (const name of way) {
    if (!isFields(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}

function fieldsOf(value: unknown, name: string): Fields {
  const found = fieldOf(value, name);
  return isFields(found) ? found : {};
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A scalar as a policy or a name takes it: `true` and 5 are texts too. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return textOrNothing(value);
}

export function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function checkDepth(stack: string, template: unknown): void {
  const open: [unknown, number][] = [[template, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) {
      throw new TypeError(
        `template of ${stack}: nested deeper than ${DEEPEST} levels, or in itself; give the parsed JSON of the synthesised template`,
      );
    }
    for (const inner of Object.values(value)) open.push([inner, depth + 1]);
  }
}

function readResource(stack: string, logicalId: string, value: unknown): Resource[] {
  const type = textOrNothing(fieldOf(value, 'Type'));
  if (type === undefined) return [];
  return [
    {
      stack,
      logicalId,
      type,
      properties: fieldsOf(value, 'Properties'),
      condition: textOrNothing(fieldOf(value, 'Condition')),
      path: textOrNothing(fieldOf(value, 'Metadata', 'aws:cdk:path')),
    },
  ];
}

/** @throws TypeError naming the stack whose template is not an object or nests too deep */
export function readTemplate(stack: string, template: unknown): Template {
  if (!isFields(template)) {
    const given = Array.isArray(template)
      ? 'an array'
      : template === null
        ? 'null'
        : typeof template;
    throw new TypeError(
      `template of ${stack}: ${given}; expected the parsed JSON of the synthesised template, an object`,
    );
  }
  checkDepth(stack, template);
  const resources = Object.entries(fieldsOf(template, 'Resources')).flatMap(([logicalId, value]) =>
    readResource(stack, logicalId, value),
  );
  return {
    stack,
    resources: new Map(resources.map((resource) => [resource.logicalId, resource])),
    parameters: fieldsOf(template, 'Parameters'),
    outputs: fieldsOf(template, 'Outputs'),
  };
}
