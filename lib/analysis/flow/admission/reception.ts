import { type Answer, all, no, unknown, yes } from '../answer';
import type { Role } from '../graph/roles';
import type { Surroundings } from '../graph/surroundings';
import type { Reception } from '../model';
import type { Context } from '../policies/conditions';
import { decide } from '../policies/weigh';
import { splitText } from '../resolution/symbolic-text';
import { admissionOf, judgeExistence } from './judgements';
import { judgeKey, judgeOnQueue } from './role';

/** Who takes events out of a queue: a pipe, or Lambda for a function. */
export interface Receiver {
  readonly service: 'pipes.amazonaws.com' | 'lambda.amazonaws.com';
  /** What the service asks for the role with, where a page says so. */
  readonly sourceArn?: string;
  readonly roleArn: string;
}

/**
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-security.html */
function judgeTrust({ trust, name }: Role, { service, sourceArn }: Receiver): Answer {
  const context: Context = new Map(
    sourceArn === undefined
      ? []
      : [
          ['aws:sourcearn', [sourceArn]],
          ['aws:sourceaccount', [splitText(sourceArn, ':')[4] ?? '']],
        ],
  );
  const { is, why } = decide(trust, { service, action: 'sts:AssumeRole', context });
  return is === 'yes' ? yes('') : { is, why: `the trust policy of ${name}: ${why}` };
}

/** The role, or why it can't be asked. */
export function roleOf({ roles }: Surroundings, arn: string): Role | Answer {
  return roles.get(arn) ?? unknown(`no template declares the role ${arn}`);
}

/**
 * Can a receiver take events out of a queue?
 *
 * @param state What the receiver's own settings say.
 */
export function receive(
  queueArn: string,
  receiver: Receiver,
  surroundings: Surroundings,
  state: Answer,
): Reception {
  const queue = surroundings.queues.get(queueArn);
  const from = queue ?? queueArn;
  if (state.is === 'no') return { from, ...admissionOf([state]) };
  if (!queue) {
    const why = `no template declares a queue of the ARN ${queueArn}`;
    return { from, ...admissionOf([unknown(why)]) };
  }
  const role = roleOf(surroundings, receiver.roleArn);
  if ('is' in role) return { from, ...admissionOf([role]) };
  const answers = [
    judgeTrust(role, receiver),
    all(actions.map((action) => judgeOnQueue(role, queue, action))),
    judgeKey(role, queue, ['kms:Decrypt'], surroundings),
    state,
    judgeExistence(role.name, role),
  ];
  return { from, ...admissionOf(answers) };
}

/** A setting that must not be off, as far as it is known. */
export function judgeSetting(is: Answer['is'], off: string, open: string): Answer {
  return { yes: yes(''), no: no(off), unknown: unknown(open) }[is];
}
