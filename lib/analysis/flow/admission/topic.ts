import { type Answer, unknown, yes } from '../answer';
import { nameOf } from '../graph/resources';
import type { Surroundings } from '../graph/surroundings';
import type { Admission, TopicNode } from '../model';
import { admissionOf, judgeEncryption, judgeExistence, judgePolicies } from './judgements';
import { publishRequest, type Sender, topicKeyContext } from './sender';

/** A Classic rule's target has no parameter for the group that a FIFO topic asks for. */
function judgeFifo({ fifo }: TopicNode, name: string): Answer {
  if (fifo === 'no') return yes('');
  const what = fifo === 'yes' ? `${name} is a FIFO topic` : `${name} may be a FIFO topic`;
  return unknown(`${what}: no page says that a rule can publish to one, without a message group`);
}

/**
 * Does a topic let a rule publish? Without a policy of its own it has SNS's default one, for the
 * principals of the account and not for a service.
 */
export function admitToTopic(
  topic: TopicNode,
  sender: Sender,
  { keys }: Surroundings,
  further: readonly Answer[],
): Admission {
  const { arn, declared, policies, key } = topic;
  const name = declared ? nameOf(declared) : arn;
  const guarded = { kind: 'topic', name, policies, ...(key && { key }) } as const;
  const answers = [
    judgePolicies(guarded, publishRequest(sender, topic)),
    judgeEncryption(guarded, sender.service, topicKeyContext, keys),
    judgeFifo(topic, name),
    ...further,
    judgeExistence(name, declared ?? {}),
  ];
  return { to: arn, ...admissionOf(answers) };
}
