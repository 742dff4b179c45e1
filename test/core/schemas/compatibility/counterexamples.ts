// Data that one schema lets through and another refuses: some that every schema is asked about, some
// made for the two schemas, and the same with a part of it changed.
import type { Policy } from '../../../../lib/core/schemas/compatibility';
import { commonData, type Json } from '../api-gateway/any-schema';
import { isDeclaredOnly } from './declared-only';
import { instanceOf } from './instances';
import { drafts, judgeOf } from './judges';
import type { Pick } from './mutate';

export interface Search {
  readonly writer: Json;
  readonly reader: Json;
  /** @default strict */
  readonly policy?: Policy;
  readonly seed: number;
  /** So much is made. */
  readonly most: number;
}

/** Nothing, too, where ajv doesn't judge one of the two. */
export function counterexamples({ writer, reader, policy, seed, most }: Search): Json[] {
  const draft = drafts.find((one) => String(Object(writer)['$schema']).includes(one));
  const [emits, takes] = [writer, reader].map((one) => draft && judgeOf(draft, Object(one)));
  if (emits === undefined || takes === undefined) return [];
  const pick = picker(seed);
  const made = Array.from({ length: most }, (_, at) =>
    instanceOf(at % 3 === 0 ? reader : writer, pick, at % 2 === 0),
  );
  return [...commonData, ...made, ...made.map((value) => changed(value, pick))]
    .filter((value) => emits(value) === true && takes(value) === false)
    .filter((value) => policy !== 'lenient' || isDeclaredOnly(value, writer));
}

/** Numbers from a seed, so that a failure can be told in one. */
function picker(seed: number): Pick {
  let state = seed | 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return bound <= 0 ? 0 : (state >>> 0) % bound;
  };
}

const odd: readonly Json[] = [null, true, 0, 1.5, -7, 'zz', '', [], {}, [1], { q: 1 }];
const names = ['a', 'b', 'ab', 'kind', 'id', 'x-1', 'qq'];

/** With some part taken away, put in, or replaced. */
function changed(value: Json, pick: Pick): Json {
  const other = odd[pick(odd.length)] as Json;
  if (typeof value !== 'object' || value === null || pick(3) === 0) return other;
  if (Array.isArray(value)) {
    const at = pick(value.length + 1);
    const kept = value.toSpliced(at, 1);
    return pick(2) === 0 ? kept : kept.toSpliced(at, 0, changed(value[at] ?? null, pick));
  }
  const name =
    names.concat(Object.keys(value))[pick(names.length + Object.keys(value).length)] ?? '';
  const { [name]: member, ...others } = value;
  return pick(3) === 0 ? others : { ...others, [name]: changed(member ?? null, pick) };
}
