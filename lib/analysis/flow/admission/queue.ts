import type { Answer } from '../answer';
import { nameOf } from '../graph/resources';
import type { Surroundings } from '../graph/surroundings';
import type { Admission, QueueNode } from '../model';
import { admissionOf, judgeEncryption, judgeExistence, judgePolicies } from './judgements';
import { queueKeyContext, type Sender, sendRequest } from './sender';

/**
 * Does a queue let a sender in?
 *
 * @param further What this sender needs besides.
 */
export function admitToQueue(
  queue: QueueNode,
  sender: Sender,
  { keys }: Surroundings,
  further: readonly Answer[],
): Admission {
  const guarded = { ...queue, name: nameOf(queue) };
  const answers = [
    judgePolicies(guarded, sendRequest(sender, queue)),
    judgeEncryption(guarded, sender.service, queueKeyContext(sender, queue), keys),
    ...further,
    judgeExistence(guarded.name, queue),
  ];
  return { to: queue, ...admissionOf(answers) };
}

/** No template tells anything of it. */
export function undeclared(arn: string, kind: 'queue' | 'topic'): Admission {
  const reason = `no template declares a ${kind} of the ARN ${arn}`;
  return { to: arn, verdict: 'unknown', reason };
}
