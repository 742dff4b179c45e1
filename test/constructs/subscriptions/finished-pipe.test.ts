import { App, Aspects, CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role } from 'aws-cdk-lib/aws-iam';
import type { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { ClassicBus, Delivery, Subscription } from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resource } from '../../support/stacks';
import { seattle } from './one-at-a-time-shop';

const withinOf = (of: Stack) => of.node.findChild('Seattle').node.findChild('OneAtATime');
const pipeIn = (of: Stack) => withinOf(of).node.findChild('Pipe') as CfnPipe;
const policyIn = (of: Stack) =>
  withinOf(of).node.findChild('Role').node.findChild('DefaultPolicy').node
    .defaultChild as CfnResource;
const override =
  (path: string, value: unknown) =>
  (of: Stack): void =>
    pipeIn(of).addPropertyOverride(path, value);

const elsewhere = 'arn:aws:sqs:eu-west-1:111111111111:elsewhere.fifo';
const group = 'TargetParameters.SqsQueueParameters.MessageGroupId';
const only = (action: string) => [{ Effect: 'Allow', Action: action, Resource: '*' }];

const denied = {
  Effect: 'Deny',
  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:SendMessage'],
  Resource: '*',
};

describe('validatePipe', () => {
  test.each<[string, (of: Stack) => void]>([
    ['was stopped', override('DesiredState', 'STOPPED')],
    ['was stopped', (of) => Object.assign(pipeIn(of), { desiredState: 'STOPPED' })],
    ['takes from another queue', override('Source', elsewhere)],
    [
      'was given a filter, which deletes what it does not take',
      override('SourceParameters.FilterCriteria', { Filters: [{ Pattern: '{}' }] }),
    ],
    [
      'was given an enrichment',
      override('Enrichment', 'arn:aws:lambda:eu-west-1:111111111111:function:more'),
    ],
    ['puts into another queue', override('Target', elsewhere)],
    ['hands on something else', override('TargetParameters.InputTemplate', '<$.body>')],
    [
      'hands on something else',
      (of) => pipeIn(of).addPropertyDeletionOverride('TargetParameters.InputTemplate'),
    ],
    ['takes the message group from elsewhere', override(group, 'all')],
    [
      'takes the message group from elsewhere',
      (of) => pipeIn(of).addPropertyDeletionOverride(group),
    ],
    [
      'takes the message group from elsewhere',
      (of) => pipeIn(of).addPropertyDeletionOverride('TargetParameters'),
    ],
    [
      'was given a deduplication id',
      override('TargetParameters.SqsQueueParameters.MessageDeduplicationId', '$.body.id'),
    ],
    ['was given another role', override('RoleArn', 'arn:aws:iam::111111111111:role/other')],
    ['was taken away', (of) => withinOf(of).node.tryRemoveChild('Pipe')],
    ['was taken away', (of) => of.node.findChild('Seattle').node.tryRemoveChild('OneAtATime')],
    [
      'has a role that lost its policy',
      (of) => withinOf(of).node.findChild('Role').node.tryRemoveChild('DefaultPolicy'),
    ],
    [
      'has a role that lost its policy',
      (of) => policyIn(of).addPropertyOverride('PolicyDocument.Statement', only('sqs:SendMessage')),
    ],
    [
      'has a role that lost its policy',
      (of) => policyIn(of).addPropertyDeletionOverride('PolicyDocument'),
    ],
    [
      'has a role that lost its policy',
      (of) => policyIn(of).addPropertyOverride('PolicyDocument.Statement', [denied]),
    ],
  ])('refuses at synth that it %s (%#)', (given, change) => {
    const { of } = seattle();
    change(of);
    expect(() => Template.fromStack(of)).toThrow(
      new RegExp(`the pipe of OneAtATime: ${given}[\\s\\S]*\\[spillway:pipe\\]`),
    );
  });

  it('refuses what an Aspect made of it', () => {
    const { of } = seattle();
    Aspects.of(of).add({
      visit: (node) => {
        if (CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::Pipes::Pipe') {
          node.addPropertyOverride('DesiredState', 'STOPPED');
        }
      },
    });
    expect(() => Template.fromStack(of)).toThrow('[spillway:pipe]');
  });

  test.each<[string, (of: Stack) => void]>([
    ['a name', override('Name', 'seattle')],
    ['a state that is told', override('DesiredState', 'RUNNING')],
    ['larger batches', override('SourceParameters.SqsQueueParameters.BatchSize', 10)],
    ['a log', override('LogConfiguration', { Level: 'ERROR' })],
    ['a key of its own', override('KmsKeyIdentifier', 'alias/pipes')],
    [
      'its policy as a managed one',
      (of) => {
        policyIn(of).addOverride('Type', 'AWS::IAM::ManagedPolicy');
        policyIn(of).addPropertyDeletionOverride('PolicyName');
      },
    ],
  ])('leaves to its owner %s', (_, change) => {
    const { of } = seattle();
    change(of);
    expect(() => Template.fromStack(of)).not.toThrow();
  });

  it('takes a role that is made elsewhere', () => {
    const of = new Stack(new App(), 'Stack', { env });
    Role.customizeRoles(of, {
      usePrecreatedRoles: { 'Stack/Seattle/OneAtATime/Role': 'seattle-pipe' },
    });
    const from = new ClassicBus(of, 'Orders');
    const delivery = Delivery.oneAtATime();
    new Subscription(of, 'Seattle', { from, events: [placed.all()], delivery });
    expect(JSON.stringify(resource(of, 'AWS::Pipes::Pipe').Properties.RoleArn)).toContain(
      'role/seattle-pipe',
    );
  });
});
