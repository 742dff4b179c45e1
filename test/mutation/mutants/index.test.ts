import { isDeepStrictEqual } from 'node:util';
import { pristineTemplates } from '../fixtures';
import { type Fields, type Resource, type Templates, valueAt } from '../template';
import { described, mutantsOf, mutate } from '.';

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

function of(resources: { readonly [id: string]: Resource }): Templates {
  return { Shop: { Resources: resources } };
}

function mutations(resources: { readonly [id: string]: Resource }, id: string): string[] {
  const all = [...mutantsOf(of(resources))].filter(({ logicalId }) => logicalId === id);
  return all.map((mutant) => described(mutant).slice('Shop '.length));
}

describe('mutantsOf', () => {
  it('removes every setting, halves and doubles numbers, turns truths, replaces texts', () => {
    const Type = 'AWS::Any::Thing';
    const Thing = {
      Type,
      Properties: { Attempts: 4, Fifo: true, Name: 'orders' },
      Metadata: { 'aws:cdk:path': 'Shop/Thing' },
    };
    const kind = `(${Type}) [${Type}]`;
    expect(mutations({ Thing }, 'Thing')).toEqual([
      `Thing (${Type}) [resource] removed`,
      `Thing.Properties.Attempts ${kind} removed`,
      `Thing.Properties.Attempts ${kind} halved: 2`,
      `Thing.Properties.Attempts ${kind} doubled: 8`,
      `Thing.Properties.Fifo ${kind} removed`,
      `Thing.Properties.Fifo ${kind} turned: false`,
      `Thing.Properties.Name ${kind} removed`,
      `Thing.Properties.Name ${kind} replaced: "*"`,
    ]);
  });

  it('raises a number that is none, of which half and double are the same', () => {
    const Type = 'AWS::Any::Thing';
    const found = mutations({ Thing: { Type, Properties: { Least: 0 } } }, 'Thing');
    expect(found.slice(1)).toEqual([
      `Thing.Properties.Least (${Type}) [${Type}] removed`,
      `Thing.Properties.Least (${Type}) [${Type}] raised: 1`,
    ]);
  });

  it('widens the values of a filter, and adds to its alternatives one that takes everything', () => {
    const FilterPolicy: Fields = {
      $or: [{ type: ['placed', 'cancelled'] }, { id: [{ exists: true }] }],
    };
    const Subscription = { Type: 'AWS::SNS::Subscription', Properties: { FilterPolicy } };
    const found = mutations({ Subscription }, 'Subscription').filter((one) =>
      one.includes(' widened'),
    );
    const filter = 'Subscription.Properties.FilterPolicy';
    const kind = '(AWS::SNS::Subscription) [filter of a topic subscription]';
    expect(found).toEqual([
      `${filter}.$or ${kind} widened: [{"type":["placed","cancelled"]},{"id":[{"exists":true}]},{"source":[{"exists":true}]}]`,
      `${filter}.$or.0.type ${kind} widened: [{"exists":true}]`,
    ]);
  });

  test.each([
    ['everyone, written alone', '*'],
    ['everyone, written as accounts', { AWS: '*' }],
  ])('narrows the principal of a denial for %s', (_, Principal) => {
    const Statement = [{ Effect: 'Deny', Principal, Action: 'sns:Publish' }];
    const Policy = { Type: 'AWS::SNS::TopicPolicy', Properties: { PolicyDocument: { Statement } } };
    const found = mutations({ Policy }, 'Policy').map((one) => one.split('[topic policy] ')[1]);
    expect(found.filter((one) => /principal|denial/.test(one ?? ''))).toEqual([
      'denial removed',
      'principal narrowed: {"Service":"sqs.amazonaws.com"}',
    ]);
  });

  it('takes a reference as one value, and leads it to the next resource of the type', () => {
    const queue = { Type: 'AWS::SQS::Queue' };
    const Bus = {
      Type: 'AWS::Events::EventBus',
      Properties: { DeadLetterConfig: { Arn: arn('Two') } },
    };
    const kind = '(AWS::Events::EventBus) [dead letters of rule and bus]';
    expect(mutations({ One: queue, Two: queue, Bus }, 'Bus')).toEqual([
      'Bus (AWS::Events::EventBus) [resource] removed',
      `Bus.Properties.DeadLetterConfig ${kind} removed`,
      `Bus.Properties.DeadLetterConfig.Arn ${kind} removed`,
      `Bus.Properties.DeadLetterConfig.Arn ${kind} reference swapped: {"Fn::GetAtt":["One","Arn"]}`,
    ]);
  });

  it('takes a statement apart, and never makes the statement that is there', () => {
    const Statement = {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['sqs:SendMessage', 'sqs:GetQueueUrl'],
      Resource: arn('Queue'),
      Condition: { ArnEquals: { 'aws:SourceArn': arn('Rule') } },
    };
    const Policy = {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { PolicyDocument: { Statement: [Statement], Version: '2012-10-17' } },
    };
    const found = mutations({ Policy }, 'Policy').map((one) => one.split('[queue policy] ')[1]);
    expect(found.filter(Boolean)).toEqual([
      'version removed',
      'statement removed',
      'effect turned: "Deny"',
      'action widened: "sqs:*"',
      'action removed',
      'action removed',
      'principal widened: "*"',
      'principal widened: {"Service":"*"}',
      'resource widened: "*"',
      'condition removed',
      'condition operator removed',
      'condition operator loosened: {"ArnEqualsIfExists":{"aws:SourceArn":{"Fn::GetAtt":["Rule","Arn"]}}}',
      'condition key removed',
      'condition value widened: "*"',
      'statement added: {"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}',
    ]);
  });
});

describe('mutantsOf, on the templates of the library', () => {
  const templates = pristineTemplates();

  it('puts nothing where the same stands already', () => {
    const idle = [...mutantsOf(templates)].filter(({ stack, logicalId, path, by }) =>
      isDeepStrictEqual(valueAt(templates[stack].Resources, [logicalId, ...path]), by),
    );
    expect(idle.map(described)).toEqual([]);
  });

  it('has the same mutants in every run', () => {
    const once = [...mutantsOf(templates)].map(described);
    expect([...mutantsOf(pristineTemplates())].map(described)).toEqual(once);
    expect(new Set(once).size).toBe(once.length);
  });
});

describe('mutate', () => {
  const templates = of({
    Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Id: 'Queue' }] } },
    Queue: { Type: 'AWS::SQS::Queue' },
  });

  it('makes of every mutant other templates, and leaves those that it was given as they were', () => {
    const before = JSON.stringify(templates);
    const all = [...mutantsOf(templates)].map((mutant) =>
      JSON.stringify(mutate(templates, mutant)),
    );
    expect(all).not.toContain(before);
    expect(JSON.stringify(templates)).toBe(before);
  });

  it('shares what it does not change', () => {
    const [first] = mutantsOf(templates);
    const { Rule, Queue } = mutate(templates, first).Shop.Resources;
    expect(Rule).toBeUndefined();
    expect(Queue).toBe(templates.Shop.Resources.Queue);
  });
});
