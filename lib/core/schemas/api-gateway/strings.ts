/** Lengths, patterns and formats of strings. */
import type { JsonObject } from '../json';
import { countAt, type Given, type Lower, textAt } from './given';
import { readPattern } from './patterns';

export const lowerStrings: Lower = (given) => {
  loseFormat(given);
  return [lowerLengths(given), lowerPattern(given)];
};

/** `minLength` 0 says nothing and is left out. Both count code points, as JSON Schema does. */
function lowerLengths(given: Given): JsonObject {
  const minLength = countAt(given, 'minLength') ?? 0;
  const maxLength = countAt(given, 'maxLength');
  return {
    ...(minLength > 0 && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

function lowerPattern(given: Given): JsonObject {
  const pattern = textAt(given, 'pattern');
  if (pattern === undefined) return {};
  const reading = readPattern(pattern);
  if (reading.verdict === 'other') {
    given.lose(['pattern'], reading.because);
    return {};
  }
  if (reading.verdict === 'wider') given.doubt(['pattern']);
  return { pattern };
}

/**
 * No format is kept. One that API Gateway doesn't know, as `date`, makes it refuse every request
 * (https://github.com/dod-ccpo/atat-web-api/pull/315). Those that it knows it checks
 * (https://github.com/dod-ccpo/atat-web-api/pull/204) by Java's classes: its validator refuses the
 * date-time 2016-12-31T23:59:60Z and the uri `foo://`, both valid. And a format alone refuses
 * nothing in a schema of 2019-09 or later.
 */
function loseFormat(given: Given): void {
  const format = textAt(given, 'format');
  if (format === undefined) return;
  given.lose(
    ['format'],
    'API Gateway checks formats by rules of its own, and with one that it does not know it refuses every request',
  );
}
