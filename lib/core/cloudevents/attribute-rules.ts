import { isMediaType, maxMediaTypeLength } from './media-type';
import { toInstant } from './timestamp';
import { isAbsoluteUri, isUriReference } from './uri';

/** What an attribute may be. */
export interface AttributeRule {
  readonly required?: true;
  readonly accepts: (value: unknown) => boolean;
  readonly expected: string;
}

/** What the CloudEvents type String excludes: controls, lone surrogates and noncharacters. */
const forbidden = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
const int32 = { min: -2_147_483_648, max: 2_147_483_647 } as const;
const plainText = 'without control characters, noncharacters and lone surrogates';

/** The attributes that CloudEvents 1.0 defines. */
export const coreRules: ReadonlyMap<string, AttributeRule> = new Map<string, AttributeRule>([
  ['specversion', { required: true, accepts: (value) => value === '1.0', expected: '"1.0"' }],
  ['id', nonEmpty(`a string of at least one character ${plainText}`, () => true, true)],
  ['source', nonEmpty('a URI-reference such as shop.checkout (RFC 3986)', isUriReference, true)],
  ['type', nonEmpty(`a string of at least one character ${plainText}`, () => true, true)],
  [
    'time',
    nonEmpty(
      'an RFC 3339 time of the calendar, with an offset and without a leap second, such as 2026-01-31T09:30:00Z',
      (text) => toInstant(text) !== undefined,
    ),
  ],
  ['subject', nonEmpty(`a string of at least one character ${plainText}, or none`)],
  [
    'datacontenttype',
    nonEmpty(
      `a media type of at most ${maxMediaTypeLength} characters such as application/json (RFC 2046)`,
      isMediaType,
    ),
  ],
  [
    'dataschema',
    nonEmpty(
      'an absolute URI without a fragment, such as https://example.com/order.v1.json (RFC 3986, 4.3)',
      isAbsoluteUri,
    ),
  ],
]);

/** Every other attribute. An extension may be an empty string: CloudEvents asks for no more. */
export const extensionRule: AttributeRule = {
  accepts: (value) =>
    typeof value === 'boolean' || isInt32(value) || (typeof value === 'string' && isClean(value)),
  expected: `a string ${plainText}, a boolean, or an integer from ${int32.min} to ${int32.max}`,
};

/** Whether an extension attribute may have this name. */
export function isAttributeName(name: string): boolean {
  return /^[a-z0-9]+$/.test(name);
}

function nonEmpty(
  expected: string,
  accepts: (text: string) => boolean = () => true,
  required?: true,
): AttributeRule {
  return {
    required,
    accepts: (value) =>
      typeof value === 'string' && value !== '' && isClean(value) && accepts(value),
    expected,
  };
}

function isClean(text: string): boolean {
  return !forbidden.test(text);
}

function isInt32(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= int32.min && Number(value) <= int32.max;
}
