/** The keywords of one schema about types, values and parts of values, as one record a type. */
import { dialects } from '../dialects';
import { canonical, type JsonValue } from '../json';
import { highest, isWithoutNumbers, lowest } from './arithmetic';
import type {
  Alternative,
  Arrays,
  EvaluatedNames,
  Group,
  Numbers,
  Objects,
  SchemaNode,
  Strings,
  Term,
} from './form';
import { opaqueKeywords, opaqueOf, withOpaque } from './opaque';
import {
  claim,
  dependentsOf,
  elementsOf,
  listOf,
  lowerBounds,
  membersOf,
  namesOf,
  numberOf,
  schemaOf,
  textOf,
  upperBounds,
  valueAt,
} from './parts';
import { arrays, kindOf, numbers, objects, someValues, strings } from './records';
import type { Session } from './session';

/** The types that a schema lets through, `integer` by its own name; undefined for all. */
export function typesOf(node: SchemaNode): readonly string[] | undefined {
  const value = valueAt(node, 'type');
  if (value === undefined) return undefined;
  const types = (Array.isArray(value) ? value : [value]) as string[];
  // OpenAPI 3.0: https://spec.openapis.org/oas/v3.0.3#schema-object
  const isNullable = typeof node.schema === 'object' && node.schema['nullable'] === true;
  return isNullable ? [...types, 'null'] : types;
}

/** The values that `enum` and `const` list; undefined where neither stands. */
export function listedValues(node: SchemaNode): readonly JsonValue[] | undefined {
  const constant = valueAt(node, 'const');
  const listed = listOf(node, 'enum');
  if (constant === undefined) return listed;
  const text = canonical(constant);
  return listed?.some((value) => canonical(value) === text) === false ? [] : [constant];
}

/** Listed values are judged by the whole schema at once: of these, nothing else is to be said. */
export function listedOf(node: SchemaNode, session: Session): Alternative[] | undefined {
  const listed = listedValues(node);
  if (listed === undefined) return undefined;
  const left = listed.filter((value) => session.satisfies(value, node) !== 'no');
  if (left.length === 0) return [];
  const [kind = 'values', ...others] = new Set(left.map(kindOf));
  const keywords = opaqueKeywords(node, others.length === 0 ? kind : 'values');
  return [{ ...someValues(left), opaque: keywords.map((keyword) => opaqueOf(node, keyword)) }];
}

export function baseOf(node: SchemaNode): Alternative[] {
  const types = typesOf(node);
  const has = (type: string): boolean => types === undefined || types.includes(type);
  const single = [...(has('null') ? [null] : []), ...(has('boolean') ? [true, false] : [])];
  const isWhole = !has('number');
  const found: Alternative[] = [
    ...(single.length > 0 ? [someValues(single)] : []),
    ...(has('number') || has('integer') ? numbersOf(node, isWhole) : []),
    ...(has('string') ? stringsOf(node) : []),
    ...(has('array') ? arraysOf(node) : []),
    ...(has('object') ? objectsOf(node) : []),
  ];
  return found.map((alternative) => withOpaque(alternative, node));
}

function numbersOf(node: SchemaNode, isWhole: boolean): Numbers[] {
  const [min, max] = [highest(lowerBounds(node)), lowest(upperBounds(node))];
  const step = numberOf(node, 'multipleOf');
  const multiples = [...(step === undefined ? [] : [step]), ...(isWhole ? [1] : [])];
  const found = numbers({ ...(min && { min }), ...(max && { max }), multiples });
  return isWithoutNumbers(found) ? [] : [found];
}

function stringsOf(node: SchemaNode): Strings[] {
  const minLength = numberOf(node, 'minLength') ?? 0;
  const maxLength = numberOf(node, 'maxLength') ?? Infinity;
  const pattern = textOf(node, 'pattern');
  const patterns = pattern === undefined ? [] : [pattern];
  return minLength > maxLength ? [] : [strings({ minLength, maxLength, patterns })];
}

function arraysOf(node: SchemaNode): Arrays[] {
  const minItems = numberOf(node, 'minItems') ?? 0;
  const maxItems = numberOf(node, 'maxItems') ?? Infinity;
  if (minItems > maxItems) return [];
  const elements = elementsOf(node);
  const rest = elements?.rest;
  const tuple = elements && {
    prefix: elements.prefix.map((one) => [claim(one)]),
    rest: rest === undefined ? [] : [claim(rest)],
  };
  const contained = schemaOf(node, 'contains');
  const contains = contained && {
    ...{ term: [claim(contained)], min: numberOf(node, 'minContains') ?? 1 },
    max: numberOf(node, 'maxContains') ?? Infinity,
  };
  const isUnique = valueAt(node, 'uniqueItems') === true;
  return [
    arrays({
      ...{ minItems, maxItems, isUnique, evaluated: evaluatedItems(node) },
      tuples: tuple === undefined ? [] : [tuple],
      contains: contains === undefined ? [] : [contains],
    }),
  ];
}

/** Since 2020-12 `contains` judges those elements that it finds: at most all. */
function evaluatedItems(node: SchemaNode): number {
  if (!node.file.asksForUnevaluated) return 0;
  const elements = elementsOf(node);
  const isModern = dialects.indexOf(node.file.dialect) >= dialects.indexOf('2020-12');
  if (elements?.rest !== undefined) return Infinity;
  if (isModern && schemaOf(node, 'contains') !== undefined) return Infinity;
  return elements?.prefix.length ?? 0;
}

function objectsOf(node: SchemaNode): Objects[] {
  const required = new Set(namesOf(node, 'required'));
  const minProperties = numberOf(node, 'minProperties') ?? 0;
  const maxProperties = numberOf(node, 'maxProperties') ?? Infinity;
  if (Math.max(required.size, minProperties) > maxProperties) return [];
  const group = groupOf(node);
  const names = schemaOf(node, 'propertyNames');
  return [
    objects({
      ...{ required, minProperties, maxProperties, dependents: dependentsOf(node) },
      groups: group === undefined ? [] : [group],
      names: names === undefined ? [] : [claim(names)],
      ...(node.file.asksForUnevaluated && { evaluated: evaluatedNames(node) }),
    }),
  ];
}

/** Where no others are let through, those that are named are all that there are. */
function evaluatedNames(node: SchemaNode): EvaluatedNames {
  return {
    names: new Set(membersOf(node, 'properties').map(([name]) => name)),
    patterns: new Set(membersOf(node, 'patternProperties').map(([pattern]) => pattern)),
    all: (schemaOf(node, 'additionalProperties')?.schema ?? false) !== false,
  };
}

function groupOf(node: SchemaNode): Group | undefined {
  const termOf = (child: SchemaNode): Term => [claim(child)];
  const names = membersOf(node, 'properties');
  const patterns = membersOf(node, 'patternProperties');
  const rest = schemaOf(node, 'additionalProperties');
  if (names.length === 0 && patterns.length === 0 && rest === undefined) return undefined;
  return {
    names: new Map(names.map(([name, child]) => [name, termOf(child)])),
    patterns: patterns.map(([pattern, child]) => [pattern, termOf(child)] as const),
    rest: rest === undefined ? [] : termOf(rest),
  };
}
