import { judgeConditions } from '../../../../lib/analysis/flow/policies/conditions';
import type { Truth } from '../../../../lib/analysis/flow/resolution/compare';

const context = new Map([
  ['aws:sourceaccount', ['111122223333']],
  ['aws:sourcearn', ['arn:aws:events:eu-west-1:111122223333:rule/orders/a']],
  ['aws:securetransport', ['true']],
  ['aws:principalorgid', ['O-Ab']],
  ['aws:requestedregion', ['⟨AWS::Region⟩']],
  ['kms:encryptioncontextkeys', ['aws:sqs:arn', 'tenant']],
]);

const org = (value: unknown) => ({ 'aws:PrincipalOrgID': value });
const region = (value: unknown) => ({ 'aws:RequestedRegion': value });
const account = (value: unknown) => ({ 'aws:SourceAccount': value });
const keys = (value: unknown) => ({ 'kms:EncryptionContextKeys': value });

type Row = [operator: string, keys: unknown, truth: Truth];

const rows: Row[] = [
  ['StringEquals', account('111122223333'), 'yes'],
  ['StringEquals', account(111122223333), 'yes'],
  ['StringEquals', account(['1', '111122223333']), 'yes'],
  ['StringEquals', account('1'), 'no'],
  ['StringEquals', account('*'), 'no'],
  ['StringEquals', { 'AWS:SOURCEACCOUNT': '111122223333' }, 'yes'],
  ['StringEqualsIfExists', account('111122223333'), 'yes'],
  ['StringEqualsIfExists', account('1'), 'no'],
  ['StringNotEquals', account('1'), 'yes'],
  ['StringNotEquals', account(['1', '111122223333']), 'no'],
  ['StringNotEquals', account('⟨AWS::AccountId⟩'), 'unknown'],
  ['StringLike', account('1111*'), 'yes'],
  ['StringNotLike', account('1111*'), 'no'],
  ['StringLike', account('${aws:PrincipalAccount}'), 'unknown'],
  ['StringEquals', account({ a: 1 }), 'unknown'],
  ['StringEquals', '⟨Fn::If A in B⟩', 'unknown'],
  ['StringEquals', org('o-aB'), 'no'],
  ['StringEqualsIgnoreCase', org('o-aB'), 'yes'],
  ['StringNotEqualsIgnoreCase', org('o-aB'), 'no'],
  ['StringEqualsIgnoreCase', org('⟨parameter Org of B⟩'), 'unknown'],
  ['StringEqualsIgnoreCase', region('⟨AWS::Region⟩'), 'yes'],
  ['StringEqualsIgnoreCase', region('⟨aws::region⟩'), 'unknown'],
  ['StringEqualsIgnoreCase', region('eu-west-1'), 'unknown'],
  ['StringEquals', { ...account('1'), ...org({ a: 1 }) }, 'unknown'],
  ['ArnEquals', { 'aws:SourceArn': 'arn:aws:events:*:*:rule/orders/*' }, 'yes'],
  ['ArnNotLike', { 'aws:SourceArn': 'arn:aws:events:*:*:rule/orders/*' }, 'no'],
  ['ArnLike', { 'aws:SourceArn': 'arn:aws:events:*:*:rule/other/*' }, 'no'],
  ['Bool', { 'aws:SecureTransport': true }, 'yes'],
  ['Bool', { 'aws:SecureTransport': 'False' }, 'no'],
  ['BoolIfExists', { 'aws:SecureTransport': '⟨parameter P of B⟩' }, 'unknown'],
  ['Null', account('false'), 'yes'],
  ['Null', account(true), 'no'],
  ['Null', { 'aws:SourceVpc': 'true' }, 'unknown'],
  ['StringEqualsIfExists', { 'aws:SourceVpc': 'vpc-1' }, 'unknown'],
  ['ForAllValues:StringEquals', keys(['aws:sqs:arn', 'tenant']), 'yes'],
  ['ForAllValues:StringEquals', keys(['aws:sqs:arn']), 'no'],
  ['ForAnyValue:StringEquals', keys(['aws:sqs:arn']), 'yes'],
  ['ForAllValues:StringNotEquals', keys(['aws:sqs:arn']), 'no'],
  ['ForAnyValue:StringNotEquals', keys(['aws:sqs:arn']), 'yes'],
  ['NumericEquals', account('1'), 'unknown'],
  ['constructor', account('1'), 'unknown'],
];

// It is certain that the request doesn't carry the key.
const absent: Row[] = [
  ['StringEquals', account('1'), 'no'],
  ['StringLike', account('*'), 'no'],
  ['StringNotEquals', account('1'), 'yes'],
  ['StringEqualsIfExists', account('1'), 'yes'],
  ['StringNotEqualsIfExists', account('1'), 'yes'],
  ['Null', account('true'), 'yes'],
  ['Null', account('false'), 'no'],
  ['ForAllValues:StringEquals', account('1'), 'yes'],
  ['ForAnyValue:StringEquals', account('1'), 'no'],
  ['ForAnyValue:StringNotEquals', account('1'), 'no'],
  ['NumericEquals', account('1'), 'unknown'],
];

describe('judgeConditions', () => {
  test.each(absent)('%s %j of a key that is absent: %s', (operator, block, truth) => {
    const none = new Map([['aws:sourceaccount', []]]);
    expect(judgeConditions({ [operator]: block }, none)).toMatchObject([{ is: truth }]);
  });

  test.each(rows)('%s %j: %s', (operator, block, truth) => {
    expect(judgeConditions({ [operator]: block }, context)).toMatchObject([{ is: truth }]);
  });

  it('answers for each key of each operator', () => {
    const block = { StringEquals: account('1'), Bool: { 'aws:SecureTransport': 'true' } };
    expect(judgeConditions(block, context).map(({ is }) => is)).toEqual(['no', 'yes']);
    expect(judgeConditions(undefined, context)).toEqual([]);
    expect(judgeConditions('⟨Fn::If A in B⟩', context)).toMatchObject([{ is: 'unknown' }]);
  });
});
