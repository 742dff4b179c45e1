import type { Equivalent } from './equivalent';
import type { Judged } from './judge';
import { verdictOn } from './verdict';

const mutant = {
  stack: 'Shop',
  logicalId: 'Queue',
  type: 'AWS::SQS::Queue',
  path: ['Properties', 'VisibilityTimeout'],
  kind: 'queue',
  mutation: 'removed',
};
const unfound: Judged = { mutant, foundBy: [] };
const found: Judged = { mutant, foundBy: ['every queue hides'] };
const excuse: Equivalent = {
  type: 'AWS::SQS::Queue',
  path: /VisibilityTimeout$/,
  mutation: 'removed',
  reason: 'It is 30 s unasked.',
};
const titles = ['every queue hides'];

describe('verdictOn', () => {
  it('has nothing to say where every mutant is found or excused, and nobody is idle', () => {
    const other = { ...mutant, mutation: 'halved' };
    const judged = [unfound, { mutant: other, foundBy: titles }];
    expect(verdictOn({ judged, equivalents: [excuse], titles })).toEqual({
      found: 1,
      equivalent: 1,
      errors: [],
    });
  });

  test.each([
    [
      'a survivor',
      { judged: [unfound], equivalents: [], titles: [] },
      'survives: Shop Queue.Properties.VisibilityTimeout (AWS::SQS::Queue) [queue] removed',
    ],
    [
      'an excuse for what is found',
      { judged: [found], equivalents: [excuse], titles },
      'is no equivalent: Shop Queue.Properties.VisibilityTimeout (AWS::SQS::Queue) [queue] removed, which is found by "every queue hides"',
    ],
    [
      'an excuse for no mutant',
      { judged: [], equivalents: [excuse], titles: [] },
      'excuses nothing: AWS::SQS::Queue /VisibilityTimeout$/ removed: It is 30 s unasked.',
    ],
    [
      'an assertion that finds no mutant',
      { judged: [], equivalents: [], titles },
      'finds no mutant: "every queue hides"',
    ],
  ])('refuses %s', (_, given, error) => {
    expect(verdictOn(given).errors).toEqual([error]);
  });
});
