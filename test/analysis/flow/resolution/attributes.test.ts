import { Resolver } from '../../../../lib/analysis/flow/resolution/resolver';
import { readTemplate } from '../../../../lib/analysis/flow/resolution/template';

const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };
const iam = 'arn:aws:iam::111122223333';
const lambda = 'arn:aws:lambda:eu-west-1:111122223333';
const pipes = 'arn:aws:pipes:eu-west-1:111122223333';
const alias = { Name: 'live' };

type Row = [name: string, type: string, properties: object, attribute: string, text: string];

const rows: Row[] = [
  ['a role', 'AWS::IAM::Role', { RoleName: 'pipe' }, 'Ref', 'pipe'],
  ['the ARN of a role', 'AWS::IAM::Role', { RoleName: 'pipe' }, 'Arn', `${iam}:role/pipe`],
  ['a role without a name', 'AWS::IAM::Role', {}, 'Arn', `${iam}:role/⟨Shop/One⟩`],
  ['a role on a path', 'AWS::IAM::Role', { Path: '/a/b/' }, 'Arn', `${iam}:role/a/b/⟨Shop/One⟩`],
  ["a role's id", 'AWS::IAM::Role', {}, 'RoleId', '⟨role id of One in Shop⟩'],
  ['a managed policy', 'AWS::IAM::ManagedPolicy', {}, 'Ref', `${iam}:policy/⟨Shop/One⟩`],
  [
    'a managed policy on a path',
    'AWS::IAM::ManagedPolicy',
    { Path: '/a/', ManagedPolicyName: 'p' },
    'PolicyArn',
    `${iam}:policy/a/p`,
  ],
  ['a function', 'AWS::Lambda::Function', { FunctionName: 'ship' }, 'Ref', 'ship'],
  ['the ARN of a function', 'AWS::Lambda::Function', {}, 'Arn', `${lambda}:function:⟨Shop/One⟩`],
  [
    'an alias of a function by name',
    'AWS::Lambda::Alias',
    { FunctionName: 'ship', ...alias },
    'Ref',
    `${lambda}:function:ship:live`,
  ],
  [
    'an alias of a function by ARN',
    'AWS::Lambda::Alias',
    { FunctionName: `${lambda}:function:ship`, ...alias },
    'AliasArn',
    `${lambda}:function:ship:live`,
  ],
  [
    'an alias of nothing',
    'AWS::Lambda::Alias',
    {},
    'Ref',
    `${lambda}:function:⟨function of One in Shop⟩:⟨name of One in Shop⟩`,
  ],
  [
    'an event source mapping',
    'AWS::Lambda::EventSourceMapping',
    {},
    'Ref',
    '⟨event source mapping id of One in Shop⟩',
  ],
  ['a pipe', 'AWS::Pipes::Pipe', { Name: 'to-seattle' }, 'Ref', 'to-seattle'],
  ['the ARN of a pipe', 'AWS::Pipes::Pipe', {}, 'Arn', `${pipes}:pipe/⟨Shop/One⟩`],
];

describe('attributesByType', () => {
  test.each(rows)('tells %s', (_, Type, Properties, attribute, text) => {
    const template = readTemplate('Shop', { Resources: { One: { Type, Properties } } });
    const resolver = new Resolver(new Map([['Shop', template]]), place);
    const value = attribute === 'Ref' ? { Ref: 'One' } : { 'Fn::GetAtt': ['One', attribute] };
    expect(resolver.value('Shop', value)).toBe(text);
  });
});
