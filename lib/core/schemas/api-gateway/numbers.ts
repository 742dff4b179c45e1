/** Bounds and steps of numbers. */
import type { JsonObject } from '../json';
import { flagAt, type Given, type Lower, numberAt, refuse } from './given';
import { asksForIntegers } from './values';

interface Side {
  readonly inclusive: 'minimum' | 'maximum';
  readonly exclusive: 'exclusiveMinimum' | 'exclusiveMaximum';
  /** Towards the numbers that pass. */
  readonly inwards: 1 | -1;
}

interface Bound {
  readonly limit: number;
  readonly isExclusive: boolean;
}

const sides: readonly Side[] = [
  { inclusive: 'minimum', exclusive: 'exclusiveMinimum', inwards: 1 },
  { inclusive: 'maximum', exclusive: 'exclusiveMaximum', inwards: -1 },
];

export const lowerNumbers: Lower = (given) => [
  ...sides.map((side) => lowerBound(given, side)),
  lowerStep(given),
];

/**
 * API Gateway's notes call `exclusiveMinimum` unsupported, without saying whether it is ignored
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html). The
 * boolean form is draft-04's; ignored, it would let the limit itself through. So integers get an
 * inclusive bound, and elsewhere no refusal may depend on it.
 */
function lowerBound(given: Given, side: Side): JsonObject {
  const { inclusive, exclusive, inwards } = side;
  const bound = boundOf(given, side);
  if (bound === undefined) return {};
  if (!bound.isExclusive) return { [inclusive]: bound.limit };
  const next = inwards * Math.floor(inwards * bound.limit) + inwards;
  if (asksForIntegers(given) && Number.isSafeInteger(next)) return { [inclusive]: next };
  given.doubt([given.dialect === 'draft-04' ? inclusive : exclusive]);
  return { [inclusive]: bound.limit, [exclusive]: true };
}

function boundOf(given: Given, side: Side): Bound | undefined {
  const limit = numberAt(given, side.inclusive);
  if (given.dialect === 'draft-04') {
    const isExclusive = flagAt(given, side.exclusive) ?? false;
    return limit === undefined ? undefined : { limit, isExclusive };
  }
  const other = numberAt(given, side.exclusive);
  if (other === undefined || (limit !== undefined && (limit - other) * side.inwards > 0)) {
    return limit === undefined ? undefined : { limit, isExclusive: false };
  }
  return { limit: other, isExclusive: true };
}

function lowerStep(given: Given): JsonObject {
  const multipleOf = numberAt(given, 'multipleOf');
  if (multipleOf === undefined) return {};
  return multipleOf > 0
    ? { multipleOf }
    : refuse(given, ['multipleOf'], multipleOf, 'a number above 0');
}
