import { Resolver } from '../../../../lib/analysis/flow/resolution/resolver';
import { readTemplate } from '../../../../lib/analysis/flow/resolution/template';

const shop = {
  Parameters: {
    Name: { Type: 'String', Default: 'seattle' },
    Names: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Open: { Type: 'String' },
    Path: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a/b' },
  },
  Resources: {
    Queue: { Type: 'AWS::SQS::Queue' },
    Named: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Name' } } },
    Fifo: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } },
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
    Rule: { Type: 'AWS::Events::Rule', Properties: { EventBusName: { Ref: 'Bus' } } },
    Default: { Type: 'AWS::Events::Rule', Properties: {} },
    ByArn: {
      Type: 'AWS::Events::Rule',
      Properties: { Name: 'r', EventBusName: { 'Fn::GetAtt': ['Bus', 'Arn'] } },
    },
    Table: { Type: 'AWS::DynamoDB::Table' },
    Egg: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': '${Hen.QueueName}x' } } },
    Hen: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': '${Egg.QueueName}x' } } },
  },
  Outputs: {
    Arn: {
      Value: { 'Fn::GetAtt': ['Queue', 'Arn'] },
      Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Arn' } },
    },
    Self: { Value: { 'Fn::ImportValue': 'self' }, Export: { Name: 'self' } },
    Importing: { Value: 'x', Export: { Name: { 'Fn::ImportValue': 'Shop:Arn' } } },
  },
};

const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };
const queueArn = 'arn:aws:sqs:eu-west-1:111122223333:⟨Shop/Queue⟩';

function resolve(value: unknown, environment: object = place): unknown {
  const templates = { Shop: shop, Warehouse: {} };
  const read = Object.entries(templates).map(([stack, one]) => readTemplate(stack, one));
  const resolver = new Resolver(new Map(read.map((one) => [one.stack, one])), environment);
  return resolver.value('Shop', value);
}

const att = (...way: string[]) => ({ 'Fn::GetAtt': way });
const events = 'arn:aws:events:eu-west-1:111122223333';

const references: [name: string, value: unknown, resolved: unknown][] = [
  [
    'the URL of a queue',
    { Ref: 'Named' },
    'https://sqs.eu-west-1.amazonaws.com/111122223333/seattle',
  ],
  ['the ARN of a queue', att('Queue', 'Arn'), queueArn],
  ['the ARN in one text', { 'Fn::GetAtt': 'Queue.Arn' }, queueArn],
  ['the name of a FIFO queue', att('Fifo', 'QueueName'), '⟨Shop/Fifo⟩.fifo'],
  ['the name of a bus', { Ref: 'Bus' }, 'orders'],
  ['the ARN of a bus', att('Bus', 'Arn'), `${events}:event-bus/orders`],
  ['a rule', { Ref: 'Rule' }, 'orders|⟨Shop/Rule⟩'],
  ['the ARN of a rule', att('Rule', 'Arn'), `${events}:rule/orders/⟨Shop/Rule⟩`],
  ['a rule whose bus is named by ARN', att('ByArn', 'Arn'), `${events}:rule/orders/r`],
  ['a rule of the default bus', { Ref: 'Default' }, '⟨Shop/Default⟩'],
  ['its ARN', att('Default', 'Arn'), `${events}:rule/⟨Shop/Default⟩`],
  ['a resource of another type', att('Table', 'Arn'), '⟨Arn of Table in Shop⟩'],
  [
    'an attribute that every object inherits',
    att('Queue', 'constructor'),
    '⟨constructor of Queue in Shop⟩',
  ],
  ['a name that refers to itself', att('Egg', 'QueueName'), '⟨QueueName of Egg in Shop⟩xx'],
  ['a parameter', { Ref: 'Name' }, 'seattle'],
  ['a list parameter', { Ref: 'Names' }, ['a', 'b']],
  ['a parameter without a default', { Ref: 'Open' }, '⟨parameter Open of Shop⟩'],
  ['a parameter kept in SSM', { Ref: 'Path' }, '⟨parameter Path of Shop⟩'],
  ['what is nowhere declared', { Ref: 'Nothing' }, '⟨parameter Nothing of Shop⟩'],
  ['the name of the stack', { Ref: 'AWS::StackName' }, 'Shop'],
  ['a Ref of no text', { Ref: 5 }, '⟨Ref in Shop⟩'],
];

const functions: [name: string, value: unknown, resolved: unknown][] = [
  ['Join', { 'Fn::Join': [':', ['a', { Ref: 'AWS::Region' }, 5]] }, 'a:eu-west-1:5'],
  ['Join of a list', { 'Fn::Join': ['+', { Ref: 'Names' }] }, 'a+b'],
  ['Join of holes', { 'Fn::Join': ['', [att('Queue', 'Arn'), '/*']] }, `${queueArn}/*`],
  ['Join with an object', { 'Fn::Join': ['', [{ a: 1 }]] }, '⟨Fn::Join in Shop⟩'],
  ['Sub', { 'Fn::Sub': '${Named.QueueName}-${AWS::Region}-${!Kept}' }, 'seattle-eu-west-1-${Kept}'],
  ['Sub with variables', { 'Fn::Sub': ['${Name}-${x}', { x: { Ref: 'Bus' } }] }, 'seattle-orders'],
  [
    'Select of Split',
    { 'Fn::Select': ['1', { 'Fn::Split': ['|', { Ref: 'Rule' }] }] },
    '⟨Shop/Rule⟩',
  ],
  ['Select beyond the end', { 'Fn::Select': [7, ['a']] }, '⟨Fn::Select in Shop⟩'],
  ['Split of a text', { 'Fn::Split': ['--', 'a--b'] }, ['a', 'b']],
  ['Split of a hole', { 'Fn::Split': [',', { Ref: 'Open' }] }, '⟨Fn::Split in Shop⟩'],
  ['If', { 'Fn::If': ['IsProduction', 1, 2] }, '⟨Fn::If IsProduction in Shop⟩'],
  ['a function of no table', { 'Fn::GetAZs': '' }, '⟨Fn::GetAZs in Shop⟩'],
  ['NoValue', { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
  ['ImportValue', { 'Fn::ImportValue': 'Shop:Arn' }, queueArn],
  ['ImportValue of no export', { 'Fn::ImportValue': 'Other:Arn' }, '⟨export Other:Arn⟩'],
  ['ImportValue of itself', { 'Fn::ImportValue': 'self' }, '⟨output Self of Shop⟩'],
  ['GetStackOutput', { 'Fn::GetStackOutput': { StackName: 'Shop', OutputName: 'Arn' } }, queueArn],
  [
    'GetStackOutput of no output',
    { 'Fn::GetStackOutput': { StackName: 'Shop', OutputName: 'Url' } },
    '⟨output Url of Shop⟩',
  ],
  [
    'GetStackOutput of another region',
    { 'Fn::GetStackOutput': { StackName: 'Shop', OutputName: 'Arn', Region: 'us-east-1' } },
    '⟨output Arn of Shop in another account or region⟩',
  ],
  ['two fields, one of them Ref', { Ref: 'Bus', b: 1 }, { Ref: 'Bus', b: 1 }],
  ['a text with our own mark', '⟨AWS::Region⟩', '⟨text %E2%9F%A8AWS::Region%E2%9F%A9⟩'],
];

const malformed: [function_: string, argument: unknown][] = [
  ['Fn::GetAtt', [{ a: 1 }, 'Arn']],
  ['Fn::GetAtt', ['Queue']],
  ['Fn::GetAtt', 5],
  ['Fn::Join', null],
  ['Fn::Select', null],
  ['Fn::Split', null],
  ['Fn::Join', '-'],
  ['Fn::Join', [5, ['a', 'b']]],
  ['Fn::Join', ['⟨AWS::Region⟩', ['a', 'b']]],
  ['Fn::Join', ['-', 'ab']],
  ['Fn::Sub', 5],
  ['Fn::Sub', '⟨AWS::Region⟩'],
  ['Fn::Sub', ['${x}${Name}', { x: { a: 1 } }]],
  ['Fn::Select', 'a'],
  ['Fn::Select', ['length', ['a']]],
  ['Fn::Select', [0, 'ab']],
  ['Fn::Split', 'a:b'],
  ['Fn::Split', ['', 'ab']],
  ['Fn::Split', [5, 'a5b']],
  ['Fn::Split', [':', { a: 1 }]],
  ['Fn::Split', ['-', att('Queue', 'Arn')]],
  ['Fn::Split', [':', { 'Fn::Join': [':', [att('Queue', 'QueueName'), { Ref: 'Open' }]] }]],
  ['Fn::ImportValue', { a: 1 }],
  ['Fn::GetStackOutput', 'Shop'],
  ['Fn::GetStackOutput', { StackName: 'Shop' }],
  ['Fn::GetStackOutput', { OutputName: 'Arn' }],
];

describe('Resolver', () => {
  test.each(references)('a reference to %s', (_, value, resolved) => {
    expect(resolve(value)).toEqual(resolved);
  });

  test.each(functions)('the function %s', (_, value, resolved) => {
    expect(resolve(value)).toEqual(resolved);
  });

  test.each(malformed)('%s of %j is unknown', (name, argument) => {
    expect(resolve({ [name]: argument })).toBe(`⟨${name} in Shop⟩`);
  });

  it('leaves the environment open where it is not given', () => {
    expect(resolve(att('Queue', 'Arn'), { region: 'eu-west-1' })).toBe(
      'arn:⟨AWS::Partition⟩:sqs:eu-west-1:⟨AWS::AccountId⟩:⟨Shop/Queue⟩',
    );
    expect(resolve({ 'Fn::Select': [5, { 'Fn::Split': [':', att('Named', 'Arn')] }] }, {})).toBe(
      'seattle',
    );
  });

  it('gives the same unknown to the same function only', () => {
    const either = { 'Fn::If': ['IsProduction', 'a', 'b'] };
    const other = { 'Fn::If': ['IsProduction', 'c', 'd'] };
    const label = '⟨Fn::If IsProduction in Shop⟩';
    expect(resolve([either, other, either])).toEqual([
      label,
      '⟨Fn::If IsProduction in Shop #2⟩',
      label,
    ]);
  });

  it('keeps a field of the name __proto__', () => {
    const value = resolve(JSON.parse('{"__proto__": {"Ref": "Bus"}, "b": 1}')) as object;
    expect(JSON.stringify(value)).toBe('{"__proto__":"orders","b":1}');
  });
});

function chain(length: number, link: (name: string) => unknown): object {
  const outputs = Array.from({ length }, (_, at) => [
    `O${at}`,
    { Value: at === 0 ? 'x' : link(`e${at - 1}`), Export: { Name: `e${at}` } },
  ]);
  return { Outputs: Object.fromEntries(outputs) };
}

describe('Resolver with hostile templates', () => {
  const lastOf = (length: number, link: (name: string) => unknown) => {
    const template = readTemplate('A', chain(length, link));
    const resolver = new Resolver(new Map([['A', template]]), {});
    return resolver.value('A', { 'Fn::ImportValue': `e${length - 1}` });
  };

  it('ends a chain of references that is too long in an unknown text', () => {
    expect(lastOf(100, (name) => ({ 'Fn::ImportValue': name }))).toBe('x');
    expect(lastOf(50_000, (name) => ({ 'Fn::ImportValue': name }))).toMatch(/^⟨/);
  });

  it('ends a text that doubles with each reference in an unknown text', () => {
    const twice = (name: string) => {
      const value = { 'Fn::ImportValue': name };
      return { 'Fn::Join': ['', [value, value]] };
    };
    expect(String(lastOf(11, twice))).toHaveLength(1024);
    expect(String(lastOf(60, twice)).length).toBeLessThan(200_000);
  });
});
