import { type Attributes, attributesByType, type Place } from './attributes';
import { compute, intrinsicOf, type Reader, UNKNOWN } from './intrinsics';
import { literalText, unknownText } from './symbolic-text';
import {
  fieldOf,
  isFields,
  type Resource,
  scalarText,
  type Template,
  textOrNothing,
} from './template';

/** Where the templates are deployed to; what is left out stays a hole in every ARN. */
export interface Environment {
  /** Twelve digits. @default - unknown */
  readonly account?: string;
  /** @default - unknown */
  readonly region?: string;
  /** `aws`, `aws-cn`, `aws-us-gov`. @default - unknown */
  readonly partition?: string;
}

/**
 * Values within values and references within references: deeper than this they end in an unknown
 * text instead of a deep recursion.
 */
const DEEPEST = 400;
/**
 * Outputs that join outputs double with each step; no name, ARN or policy text is as long as this.
 */
const LONGEST_TEXT = 100_000;
const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Templates in, plain values out. Each reference is computed once; one that is asked for while it
 * is being computed refers to itself, and becomes an unknown text.
 */
export class Resolver {
  readonly place: Place;
  private readonly computed = new Map<string, unknown>();
  private readonly computing = new Set<string>();
  private depth = 0;
  private readonly opaque = new Map<string, Map<string, number>>();

  constructor(
    readonly templates: ReadonlyMap<string, Template>,
    environment: Environment,
  ) {
    const { partition, region, account } = environment;
    const suffixes = new Map([
      ['aws', 'amazonaws.com'],
      ['aws-us-gov', 'amazonaws.com'],
      ['aws-cn', 'amazonaws.com.cn'],
    ]);
    this.place = {
      partition: partition ?? unknownText('AWS::Partition'),
      region: region ?? unknownText('AWS::Region'),
      account: account ?? unknownText('AWS::AccountId'),
      urlSuffix: suffixes.get(partition ?? '') ?? unknownText('AWS::URLSuffix'),
    };
  }

  /** A value of a stack's template with its intrinsics resolved; undefined for AWS::NoValue. */
  value(stack: string, raw: unknown): unknown {
    const value = this.resolve(stack, raw);
    return value === NO_VALUE ? undefined : value;
  }

  /** The same as text, as a policy or a name takes it: `true` and 5 are texts too. */
  text(stack: string, raw: unknown): string | undefined {
    return scalarText(this.value(stack, raw));
  }

  /** What `Fn::GetAtt` gives; `Ref` for the attribute of that name. */
  attributeOf(resource: Resource, attribute: string): string {
    const { logicalId, stack } = resource;
    return (
      textOrNothing(fieldOf(this.attributesOf(resource), attribute)) ??
      unknownText(`${attribute} of ${logicalId} in ${stack}`)
    );
  }

  private attributesOf(resource: Resource): Attributes | undefined {
    const { stack, logicalId, type, properties } = resource;
    const named = (text: (property: string) => string | undefined) =>
      attributesByType.get(type)?.({ resource, place: this.place, text });
    const found = this.once(`resource ${logicalId} in ${stack}`, () =>
      named((property) => this.text(stack, fieldOf(properties, property))),
    );
    return isFields(found) ? (found as Attributes) : undefined;
  }

  private resolve(stack: string, raw: unknown): unknown {
    if (this.depth >= DEEPEST) return this.unknown(stack, 'nested too deep', raw);
    this.depth++;
    try {
      return this.resolveOne(stack, raw);
    } finally {
      this.depth--;
    }
  }

  private resolveOne(stack: string, raw: unknown): unknown {
    if (typeof raw === 'string') return literalText(raw);
    if (Array.isArray(raw)) {
      return raw.map((item) => this.resolve(stack, item)).filter((item) => item !== NO_VALUE);
    }
    if (!isFields(raw)) return raw;
    const intrinsic = intrinsicOf(raw);
    if (intrinsic) return this.compute(stack, intrinsic.name, intrinsic.argument);
    const fields = Object.entries(raw).map(([name, item]) => [
      literalText(name),
      this.resolve(stack, item),
    ]);
    return Object.fromEntries(fields.filter(([, item]) => item !== NO_VALUE));
  }

  private compute(stack: string, name: string, argument: unknown): unknown {
    if (name === 'Ref' && argument === 'AWS::NoValue') return NO_VALUE;
    const value = compute(name, argument, this.readerOf(stack));
    const fits = typeof value !== 'string' || value.length <= LONGEST_TEXT;
    return value === UNKNOWN || !fits ? this.unknown(stack, name, argument) : value;
  }

  private readerOf(stack: string): Reader {
    return {
      value: (raw) => this.value(stack, raw),
      text: (raw) => this.text(stack, raw),
      attribute: (logicalId, attribute) => this.attribute(stack, logicalId, attribute),
      exported: (name) => this.exported(name),
      output: (at) => this.output(at),
    };
  }

  private attribute(stack: string, logicalId: string, attribute: string): unknown {
    if (logicalId.startsWith('AWS::')) return this.pseudoParameter(stack, logicalId);
    const template = this.templates.get(stack);
    const resource = template?.resources.get(logicalId);
    if (resource) return this.attributeOf(resource, attribute);
    return this.parameter(stack, logicalId, fieldOf(template?.parameters, logicalId));
  }

  private pseudoParameter(stack: string, name: string): string {
    if (name === 'AWS::StackName') return literalText(stack);
    const { partition, region, account, urlSuffix } = this.place;
    const texts = new Map([
      ['AWS::Partition', partition],
      ['AWS::Region', region],
      ['AWS::AccountId', account],
      ['AWS::URLSuffix', urlSuffix],
    ]);
    return texts.get(name) ?? unknownText(`${name} of ${stack}`);
  }

  /**
   * A parameter is its default; an SSM one's default is only the name under which the value is
   * kept.
   */
  private parameter(stack: string, name: string, declared: unknown): unknown {
    const value = scalarText(fieldOf(declared, 'Default'));
    const kind = textOrNothing(fieldOf(declared, 'Type')) ?? '';
    if (value === undefined || kind.startsWith('AWS::SSM')) {
      return unknownText(`parameter ${name} of ${stack}`);
    }
    const text = literalText(value);
    return /List/.test(kind) ? text.split(',').map((item) => item.trim()) : text;
  }

  private exported(name: string): string {
    const found = this.exports().get(name);
    return found ? this.output(found) : unknownText(`export ${name}`);
  }

  /** Where each exported name is an output. */
  private exports(): ReadonlyMap<string, { stack: string; output: string }> {
    const found = this.once('exports', () => {
      const all = [...this.templates.values()].flatMap(({ stack, outputs }) =>
        Object.entries(outputs).flatMap(([output, value]) => {
          const name = this.text(stack, fieldOf(value, 'Export', 'Name'));
          return name === undefined ? [] : [[name, { stack, output }] as const];
        }),
      );
      return new Map(all);
    });
    return found instanceof Map ? found : new Map();
  }

  private output(at: { stack: string; output: string; region?: string; role?: boolean }): string {
    const { stack, output, region, role } = at;
    const label = `output ${output} of ${stack}`;
    const elsewhere = role === true || (region !== undefined && region !== this.place.region);
    const raw = fieldOf(this.templates.get(stack)?.outputs, output, 'Value');
    if (elsewhere) return unknownText(`${label} in another account or region`);
    if (raw === undefined) return unknownText(label);
    const value = this.once(label, () => this.text(stack, raw));
    return textOrNothing(value) ?? unknownText(label);
  }

  /** Computed once a key; undefined if it refers to itself. */
  private once(key: string, compute: () => unknown): unknown {
    if (this.computed.has(key)) return this.computed.get(key);
    if (this.computing.has(key)) return undefined;
    this.computing.add(key);
    try {
      const value = compute();
      this.computed.set(key, value);
      return value;
    } finally {
      this.computing.delete(key);
    }
  }

  /**
   * The same function of the same arguments in the same stack is the same value; another one gets a
   * label of its own.
   */
  private unknown(stack: string, name: string, argument: unknown): string {
    const condition = name === 'Fn::If' && Array.isArray(argument) ? scalarText(argument[0]) : '';
    const label = `${condition ? `${name} ${condition}` : name} in ${stack}`;
    const numbers = this.opaque.get(label) ?? new Map<string, number>();
    this.opaque.set(label, numbers);
    const text = JSON.stringify(argument) ?? '';
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return unknownText(number === 1 ? label : `${label} #${number}`);
  }
}
