import type { DialectName } from '../../../../lib/core/event-patterns/dialects/dialect';

/** A filter policy that SNS refuses, and what of AWS's reason our words keep. */
export interface Refusal {
  readonly policy: object;
  readonly scope?: DialectName;
  readonly reason: string;
}

const numeric = (list: unknown, reason: string): Refusal => ({
  policy: { key: [{ numeric: list }] },
  reason,
});

const values = (count: number): string[] => Array.from({ length: count }, (_, i) => `value${i}`);

const keys = (count: number): object =>
  Object.fromEntries(values(count).map((name) => [name, ['x']]));

/** By the name of the recorded test. */
export const snsRefusals: Readonly<Record<string, Refusal>> = {
  'test_validate_policy/error-condition-list': {
    policy: { key: [['value']] },
    reason: '["value"] is neither a value nor an operator',
  },
  'test_validate_policy/error-condition-operator': {
    policy: { key: [{ 'wrong-operator': true }] },
    reason: 'an unknown operator, "wrong-operator"',
  },
  'test_validate_policy/error-condition-two-operators': {
    policy: { key: [{ suffix: 'value', prefix: 'value2' }] },
    reason: '2 operators where one belongs',
  },
  'test_validate_policy_string_operators/error-condition-empty-array': {
    policy: { key: [] },
    reason: 'an empty list is not allowed',
  },
  'test_validate_policy_string_operators/error-condition-is-numeric': {
    policy: { key: [{ suffix: 100 }] },
    reason: 'suffix must be a text, not 100',
  },
  'test_validate_policy_string_operators/error-condition-is-none': {
    policy: { key: [{ suffix: null }] },
    reason: 'suffix must be a text, not null',
  },
  'test_validate_policy_string_operators/error-condition-is-not-list-and-operator': {
    policy: { key: { suffix: 'value' } },
    reason: '"value" is not in a list',
  },
  'test_validate_policy_string_operators/error-condition-empty-list': {
    policy: { key: [{ suffix: [] }] },
    reason: 'suffix must be a text, not []',
  },
  'test_validate_policy_string_operators/error-condition-list-wrong-type': {
    policy: { key: [{ suffix: ['test', 'test2'] }] },
    reason: 'suffix must be a text, not ["test", "test2"]',
  },
  'test_validate_policy_string_operators/error-condition-is-not-list-two-ops': {
    policy: { key: { suffix: 'value', prefix: 'value' } },
    reason: '"value" is not in a list',
  },
  'test_validate_policy_string_operators/error-condition-is-not-list-and-no-operator': {
    policy: { key: { 'not-an-operator': 'value' } },
    reason: '"value" is not in a list',
  },
  'test_validate_policy_string_operators/error-condition-bad-type': {
    policy: { key: [{ cidr: ['bad-filter'] }] },
    reason: 'cidr must be a text, not ["bad-filter"]',
  },
  'test_validate_policy_string_operators/error-condition-bad-cidr-str': {
    policy: { key: [{ cidr: 'bad-filter' }] },
    reason: 'a malformed CIDR: one / is required',
  },
  'test_validate_policy_string_operators/error-condition-bad-cidr-str-slash': {
    policy: { key: [{ cidr: 'bad-filter/64' }] },
    reason: '"bad-filter" is a nonstandard IP address',
  },
  'test_validate_policy_string_operators/error-condition-bad-cidr-str-slash-2': {
    policy: { key: [{ cidr: 'bad-/64filter' }] },
    reason: 'a malformed CIDR: the mask must be an integer',
  },
  'test_validate_policy_string_operators/error-condition-bad-cidr-v4': {
    policy: { key: [{ cidr: 'xx.11.xx/8' }] },
    reason: '"xx.11.xx" is a nonstandard IP address',
  },
  'test_validate_policy_string_operators/error-condition-bad-cidr-v6': {
    policy: { key: [{ cidr: 'xxxx:db8:1234:1a00::/64' }] },
    reason: '"xxxx:db8:1234:1a00::" is a nonstandard IP address',
  },
  'test_validate_policy_numeric_operator/error-numeric-empty': numeric(
    [],
    'nothing is an invalid member of numeric',
  ),
  'test_validate_policy_numeric_operator/error-numeric-wrong-operator': numeric(
    ['operator'],
    '"operator" is an unrecognized operator of a numeric range',
  ),
  'test_validate_policy_numeric_operator/error-numeric-operator-order': numeric(
    [1, '<='],
    '1 is an invalid member of numeric',
  ),
  'test_validate_policy_numeric_operator/error-numeric-type': numeric(
    ['=', '000'],
    'the value of = must be a number, not "000"',
  ),
  'test_validate_policy_numeric_operator/error-numeric-missing-value': numeric(
    ['>='],
    'the value of >= must be a number, not nothing',
  ),
  'test_validate_policy_numeric_operator/error-numeric-wrong-range-order': numeric(
    ['<', 100, '>', 10],
    'too many elements behind <',
  ),
  'test_validate_policy_numeric_operator/error-numeric-wrong-range-operators': numeric(
    ['>=', 1, '>', 2],
    '">" is a bad operator for the upper end',
  ),
  'test_validate_policy_numeric_operator/error-numeric-wrong-value-order': numeric(
    ['>', 3, '<', 1],
    'bottom must be less than top',
  ),
  'test_validate_policy_numeric_operator/error-numeric-missing-range-value': numeric(
    ['>', 20, '<='],
    'the value of <= must be a number, not nothing',
  ),
  'test_validate_policy_numeric_operator/error-numeric-missing-range-operator': numeric(
    ['>', 20, 30],
    '30 is a bad value in a numeric range',
  ),
  'test_validate_policy_numeric_operator/error-numeric-wrong-second-range-operator': numeric(
    ['>', 20, 'test'],
    '"test" is a bad operator for the upper end',
  ),
  'test_validate_policy_numeric_operator/error-numeric-wrong-range-value-1-type': numeric(
    ['>', '20', '<', '30'],
    'the value of > must be a number, not "20"',
  ),
  'test_validate_policy_numeric_operator/error-numeric-wrong-range-value-2-type': numeric(
    ['>', 20, '<', '30'],
    'the value of < must be a number, not "30"',
  ),
  'test_validate_policy_numeric_operator/error-numeric-too-many-range': numeric(
    ['>', 20, '<', 30, '<', 50],
    'too many terms for a numeric range',
  ),
  'test_validate_policy_exists_operator/error-condition-none': {
    policy: { key: [{ exists: null }] },
    reason: 'null is neither true nor false',
  },
  'test_validate_policy_exists_operator/error-condition-string': {
    policy: { key: [{ exists: 'no' }] },
    reason: '"no" is neither true nor false',
  },
  'test_validate_policy_nested_anything_but_operator/error-condition-wrong-operator': {
    policy: { key: [{ 'anything-but': { 'wrong-operator': null } }] },
    reason: '"wrong-operator" is unsupported inside anything-but',
  },
  'test_validate_policy_nested_anything_but_operator/error-condition-anything-but-suffix': {
    policy: { key: [{ 'anything-but': { suffix: 'test' } }] },
    reason: '"suffix" is unsupported inside anything-but',
  },
  'test_validate_policy_nested_anything_but_operator/error-condition-anything-but-exists': {
    policy: { key: [{ 'anything-but': { exists: false } }] },
    reason: '"exists" is unsupported inside anything-but',
  },
  'test_validate_policy_nested_anything_but_operator/error-condition-anything-but-prefix-wrong-type':
    {
      policy: { key: [{ 'anything-but': { prefix: false } }] },
      reason: 'prefix must be a text, not false',
    },
  'test_policy_complexity/error-complexity-in-one-condition': {
    policy: { key: values(151) },
    reason: 'too complex: 151 combinations of values',
  },
  'test_policy_complexity/error-complexity-in-two-conditions': {
    policy: { key1: values(100), key2: values(51) },
    reason: 'too complex: 5100 combinations of values',
  },
  'test_policy_complexity/error-complexity-too-many-fields': {
    policy: keys(6),
    reason: 'one of 6 keys',
  },
  'test_policy_complexity_with_or/error-complexity-or-flat': {
    policy: {
      source: values(4),
      $or: [
        { metricName: values(6) },
        { metricType: values(4), $or: [{ metricId: [1, 2, 3, 4] }, { spaceId: [1, 2, 3, 4] }] },
      ],
    },
    reason: 'too complex: 152 combinations of values',
  },
  'test_policy_complexity_with_or/error-complexity-or-nested': {
    policy: {
      $or: [{ metricName: values(3) }, { namespace: values(2) }],
      detail: { scope: values(2), $or: [{ source: values(1) }, { type: values(3) }] },
    },
    scope: 'sns-body',
    reason: 'too complex: 160 combinations of values, each counted times its depth',
  },
  'test_sub_filter_policy_nested_property_constraints/sub-filter-policy-max-attr-keys': {
    policy: keys(6),
    scope: 'sns-body',
    reason: 'one of 6 keys',
  },
  'test_sub_filter_policy_nested_property_constraints/sub-filter-policy-nested-error-too-many-combinations':
    {
      policy: {
        key_a: { key_b: { key_c: values(4) } },
        key_d: { key_e: values(3) },
        key_f: values(3),
      },
      scope: 'sns-body',
      reason: 'too complex: 216 combinations of values, each counted times its depth',
    },
  'test_sub_filter_policy_nested_property_constraints/sub-filter-policy-rule-no-list': {
    policy: { key_a: 'value_one' },
    scope: 'sns-body',
    reason: '"value_one" is not in a list',
  },
  'test_sub_filter_policy_nested_property/sub-filter-policy-nested-error': {
    policy: { object: { key: [{ prefix: 'auto-' }] } },
    reason: 'nested, which a filter policy on message attributes does not support',
  },
};
