import type { Matcher } from '../ast';
import { PatternError, type Refuse } from '../errors';
import { show } from '../json/node';
import type { JsonNode } from '../json/read';
import { readRange } from './ranges';
import {
  affix,
  onlyMember,
  readAnythingBut,
  readCidr,
  readExists,
  readValue,
  readWildcard,
  text,
} from './readers';

export interface Operator {
  /** How it is written, for error messages. */
  readonly form: string;
  readonly read: (value: JsonNode, refuse: Refuse) => Matcher;
}

/** The operators of a matcher, `{"operator": value}`, by name. */
export const operators: Readonly<Record<string, Operator>> = {
  exactly: { form: '{"exactly": "text"}', read: text('exactly') },
  prefix: {
    form: '{"prefix": "text"} or {"prefix": {"equals-ignore-case": "text"}}',
    read: affix('prefix'),
  },
  suffix: {
    form: '{"suffix": "text"} or {"suffix": {"equals-ignore-case": "text"}}',
    read: affix('suffix'),
  },
  'equals-ignore-case': {
    form: '{"equals-ignore-case": "text"}',
    read: text('equals-ignore-case'),
  },
  wildcard: {
    form: '{"wildcard": "text with single *"}, a literal asterisk as \\* and a backslash as \\\\',
    read: readWildcard,
  },
  numeric: {
    form: '{"numeric": [">=", 1, "<", 10]}, or one comparison by =, <, <=, > or >=',
    read: readRange,
  },
  cidr: {
    form: '{"cidr": "10.0.0.0/8"}, with a mask of 0-31 bits, or 0-127 for IPv6',
    read: readCidr,
  },
  exists: { form: '{"exists": true} or {"exists": false}', read: readExists },
  'anything-but': {
    form:
      '{"anything-but": value}, a text, a number, a list of only texts or only numbers, ' +
      'or one of prefix, suffix, equals-ignore-case and wildcard with a text or a list of texts',
    read: readAnythingBut,
  },
};

const names = Object.keys(operators).join(', ');
const matcherForm = `a text, a number, true, false, null or an object with one of ${names}`;

/** The list of a field: what stands for itself, and operators. */
export function readMatchers(items: readonly JsonNode[], path: string): readonly Matcher[] {
  if (items.length === 0) {
    throw new PatternError(path, 'the list is empty', 'a value or an operator, or more');
  }
  return items.map((item) => readMatcher(item, path));
}

function readMatcher(item: JsonNode, path: string): Matcher {
  let expected = matcherForm;
  const refuse: Refuse = (problem) => {
    throw new PatternError(path, problem, expected);
  };
  if (item.kind !== 'object') {
    return readValue(item, refuse);
  }
  const [name, value] = onlyMember(item, refuse);
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) {
    return refuse(`${show(item)} has an unknown operator, ${JSON.stringify(name)}`);
  }
  expected = operator.form;
  return operator.read(value, refuse);
}
