import { CfnResource } from 'aws-cdk-lib';
import { CfnRole, type Role } from 'aws-cdk-lib/aws-iam';
import type { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import type { Problem } from '../../core/diagnostics';
import { finishedProperties, isAsAsked, stands } from '../validation';

/** A pipe as it was asked for. */
export interface AskedPipe {
  readonly roleArn: string;
  readonly source: string;
  readonly target: string;
  readonly inputTemplate: string;
  readonly messageGroupId: string;
  readonly role: Role;
}

interface FinishedPipe {
  readonly DesiredState?: unknown;
  readonly RoleArn?: unknown;
  readonly Source?: unknown;
  readonly SourceParameters?: { readonly FilterCriteria?: unknown };
  readonly Enrichment?: unknown;
  readonly Target?: unknown;
  readonly TargetParameters?: {
    readonly InputTemplate?: unknown;
    readonly SqsQueueParameters?: {
      readonly MessageGroupId?: unknown;
      readonly MessageDeduplicationId?: unknown;
    };
  };
}

/** What Aspects and escape hatches left of the pipe, where it would lose events or their order. */
export function validatePipe(pipe: CfnPipe, asked: AskedPipe): Problem[] {
  if (!stands(pipe)) return [changed('was taken away')];
  const made: FinishedPipe = finishedProperties(pipe);
  const { InputTemplate, SqsQueueParameters } = made.TargetParameters ?? {};
  const { MessageGroupId, MessageDeduplicationId } = SqsQueueParameters ?? {};
  const is = (value: unknown, wanted: string) => isAsAsked(pipe, value, wanted);
  const holds: readonly (readonly [boolean, string])[] = [
    [(made.DesiredState ?? 'RUNNING') === 'RUNNING', 'was stopped'],
    [is(made.Source, asked.source), 'takes from another queue'],
    [
      made.SourceParameters?.FilterCriteria === undefined,
      'was given a filter, which deletes what it does not take',
    ],
    [made.Enrichment === undefined, 'was given an enrichment, which may change or drop events'],
    [is(made.Target, asked.target), 'puts into another queue'],
    [is(InputTemplate, asked.inputTemplate), 'hands on something else than the event'],
    [is(MessageGroupId, asked.messageGroupId), 'takes the message group from elsewhere'],
    [
      MessageDeduplicationId === undefined,
      'was given a deduplication id, by which the queue may drop events that differ',
    ],
    [is(made.RoleArn, asked.roleArn), 'was given another role'],
    [mayMove(asked.role), 'has a role that lost its policy'],
  ];
  return holds.filter(([kept]) => !kept).map(([, given]) => changed(given));
}

const moving = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:SendMessage'];

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: string | readonly string[];
}

/** A role that is made elsewhere (`Role.customizeRoles`) has its policy there. */
function mayMove(role: Role): boolean {
  if (!(role.node.defaultChild instanceof CfnRole)) return true;
  const policy = role.node.tryFindChild('DefaultPolicy')?.node.defaultChild;
  if (!policy || !CfnResource.isCfnResource(policy)) return false;
  const { PolicyDocument } = finishedProperties(policy);
  const { Statement: statements = [] } = (PolicyDocument ?? {}) as { Statement?: Statement[] };
  const allowed = [statements]
    .flat()
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action ?? []);
  return moving.every((action) => allowed.includes(action));
}

function changed(given: string): Problem {
  return {
    id: 'spillway:pipe',
    prop: 'the pipe of OneAtATime',
    given: `${given} after it was made`,
    expected:
      'a running pipe without filter and enrichment moves every event from the queue to the FIFO queue, with its message group, by a role that may',
    fix: 'Exclude the pipe and its role from the Aspect or override that changes them.',
  };
}
