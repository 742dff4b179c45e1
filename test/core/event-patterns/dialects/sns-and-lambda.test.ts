import { readFileSync } from 'node:fs';
import { matches, PatternError } from '../../../../lib/core/event-patterns';
import { snsDialect } from '../../../../lib/core/event-patterns/dialects/scopes';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';
import { describeWithShared, sharedPath } from '../../../support/shared';
import { snsRefusals } from './sns-refusals';

type Row =
  | { kind: 'sns'; id: string; scope: string; policy: object; message: object; expect: boolean }
  | { kind: 'esm-sqs'; id: string; filter: object; body: string; expect: boolean }
  | { kind: 'sns-error'; id: string };

function rows(): readonly Row[] {
  const path = sharedPath('vectors/sns-and-lambda-recorded.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

const wrongScope = 'test_set_subscription_filter_policy_scope/sub-attrs-filter-scope-error';

function verdict(row: Row): boolean | undefined {
  switch (row.kind) {
    case 'sns':
      return matches(parsePattern(row.policy, snsDialect(row.scope)), row.message);
    case 'esm-sqs':
      return matches(parsePattern(row.filter, 'lambda'), { body: row.body });
    default:
      return undefined;
  }
}

describeWithShared('parsePattern and matches of SNS and Lambda', () => {
  test('agree with every verdict recorded against AWS', () => {
    const decided = rows().filter((row) => row.kind !== 'sns-error');
    const disagreeing = decided.filter((row) => 'expect' in row && verdict(row) !== row.expect);

    expect(decided.length).toBeGreaterThanOrEqual(23);
    expect(disagreeing).toEqual([]);
  });

  test('refuse what every error recorded against AWS was about', () => {
    const names = rows().flatMap(({ kind, id }) => (kind === 'sns-error' ? [id] : []));
    const known = new Set([...Object.keys(snsRefusals), wrongScope]);

    expect(names.length).toBeGreaterThanOrEqual(30);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('parsePattern', () => {
  test.each(Object.entries(snsRefusals))('refuses as SNS does: %s', (_, refusal) => {
    const { policy, scope = 'sns-attributes', reason } = refusal;
    const parse = () => parsePattern(JSON.stringify(policy), scope);

    expect(parse).toThrow(PatternError);
    expect(parse).toThrow(reason);
  });
});
