// JSON.stringify changes what JSON cannot hold without a word: NaN becomes null, a Date a string, a
// function nothing. So data is walked first and the first such place is reported. The walk stops at
// a depth and at a size: a few shared objects can unfold to more than memory holds, and no cycle
// and no depth may exhaust the stack.

/** The first place in the data that would not arrive as it is. */
export interface DataProblem {
  /** From `data` on: `data.items[0]["unit price"]`. */
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;
}

export interface DataLimits {
  /** How many objects and arrays may stand in one another. */
  readonly maxDepth: number;
  /** How many bytes the JSON text may have. */
  readonly maxSize: number;
  /** What is expected of data that is larger. */
  readonly sizeExpected: string;
  /** Whether an integer may have no more than 64 bits. */
  readonly int64: boolean;
}

interface Walk {
  readonly data: unknown;
  readonly limits: DataLimits;
  /** The objects around the value, to find a cycle. */
  readonly around: Set<object>;
  /** The keys that lead to the value. They stay where the first problem is. */
  readonly keys: (string | number)[];
  /** Bytes that the JSON text has at the least. */
  size: number;
}

type Fault = Omit<DataProblem, 'path'>;
type Member = readonly [key: string | number, value: unknown];

const loneSurrogate = /\p{Cs}/u;
const above64Bits = 2 ** 63;
/** From here on JSON.stringify writes an exponent, and the number is no integer to EventBridge. */
const firstExponent = 1e21;

/**
 * Finds what JSON cannot hold, or what the limits exclude. A member that is undefined is absent,
 * as in JSON.stringify; -0 is written as 0.
 */
export function findDataProblem(data: unknown, limits: DataLimits): DataProblem | undefined {
  const walk: Walk = { data, limits, around: new Set(), keys: [], size: 0 };
  const fault = visit(data, walk);
  return fault && { path: `data${walk.keys.map(step).join('')}`, ...fault };
}

function visit(value: unknown, walk: Walk): Fault | undefined {
  walk.size += leastSize(value);
  if (walk.size > walk.limits.maxSize) return tooLarge(walk);
  if (typeof value === 'object' && value !== null) return visitContainer(value, walk);
  const expected = scalarFault(value, walk.limits);
  return expected === undefined ? undefined : { value, expected };
}

/** Quotes around text, brackets around members, and one digit. */
function leastSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  return typeof value === 'object' ? 2 : 1;
}

/** What belongs in the place of a value that is no object, if the value does not. */
function scalarFault(value: unknown, { int64 }: DataLimits): string | undefined {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string') {
    return loneSurrogate.test(value) ? 'text without a lone surrogate' : undefined;
  }
  if (typeof value !== 'number') return 'a JSON value (of a bigint its toString())';
  if (!Number.isFinite(value)) return 'a finite number, or null';
  return int64 && isWider(value)
    ? 'an integer of 64 bits, as PutEvents takes it, or a string'
    : undefined;
}

function isWider(value: number): boolean {
  const magnitude = Math.abs(value);
  return magnitude >= above64Bits && magnitude < firstExponent && value !== -above64Bits;
}

function visitContainer(value: object, walk: Walk): Fault | undefined {
  if (walk.around.has(value)) return { value, expected: 'data without cycles' };
  const expected = containerFault(value, walk);
  if (expected !== undefined) return { value, expected };
  walk.around.add(value);
  const fault = visitMembers(membersOf(value), walk);
  walk.around.delete(value);
  return fault;
}

function containerFault(value: object, { around, limits }: Walk): string | undefined {
  if (around.size >= limits.maxDepth) return `data nested at most ${limits.maxDepth} levels deep`;
  if (!Array.isArray(value) && !isPlain(value)) {
    return 'a plain object or an array (of a Date its toISOString(), of a Map its entries)';
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') return 'an object without toJSON()';
  if (Object.getOwnPropertySymbols(value).length > 0) return 'an object without symbol keys';
  return Array.isArray(value) && Object.keys(value).length !== value.length
    ? 'an array without holes and without named members'
    : undefined;
}

function visitMembers(members: Iterable<Member>, walk: Walk): Fault | undefined {
  let comma = 0;
  for (const [key, value] of members) {
    walk.size += comma;
    walk.keys.push(key);
    const fault = visitKey(key, walk) ?? visit(value, walk);
    if (fault !== undefined) return fault;
    walk.keys.pop();
    comma = 1;
  }
  return undefined;
}

function visitKey(key: string | number, walk: Walk): Fault | undefined {
  if (typeof key === 'number') return undefined;
  walk.size += key.length + 3;
  return loneSurrogate.test(key)
    ? { value: key, expected: 'a key without a lone surrogate' }
    : undefined;
}

function membersOf(value: object): Iterable<Member> {
  if (Array.isArray(value)) return value.entries();
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

/** An object literal, also one of another realm (a worker's, a test's) or without a prototype. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf');
}

/** The whole is too large, not the place where the count ran out. */
function tooLarge({ data, limits, keys }: Walk): Fault {
  keys.length = 0;
  return { value: data, expected: limits.sizeExpected };
}

function step(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
