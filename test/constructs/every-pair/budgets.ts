import type { ChannelName, DeliveryName, Pair } from './axes';

/** How many resources of each type. */
export type Budget = Readonly<Record<string, number>>;

/**
 * What each pair costs of the 500 resources that a stack holds, written by hand. People's roles are
 * theirs; a key, a function and the function's role are the user's, and counted where they stand.
 */

const aQueue = { 'AWS::SQS::Queue': 1, 'AWS::SQS::QueuePolicy': 1 };
const twoQueues = { 'AWS::SQS::Queue': 2, 'AWS::SQS::QueuePolicy': 2 };
const aBus = {
  'AWS::Events::EventBus': 1,
  'AWS::Events::EventBusPolicy': 1,
  'AWS::Events::Archive': 1,
};
const aTopic = { 'AWS::SNS::Topic': 1, 'AWS::SNS::TopicPolicy': 1 };
const aKey = { 'AWS::KMS::Key': 1 };

/** Under a key a bus has a second queue, for what the key fails. */
const ofChannel: Readonly<Record<ChannelName, Readonly<Record<Pair['encryption'], Budget>>>> = {
  ClassicBus: {
    'SSE-SQS': { ...aBus, ...aQueue },
    'a customer-managed key': { ...aBus, ...twoQueues, ...aKey },
  },
  'the default bus': { 'SSE-SQS': {}, 'a customer-managed key': aKey },
  StandardTopic: {
    'SSE-SQS': { ...aTopic, ...aQueue },
    'a customer-managed key': { ...aTopic, ...aQueue, ...aKey },
  },
  FifoTopic: { 'SSE-SQS': aTopic, 'a customer-managed key': { ...aTopic, ...aKey } },
  WorkQueue: { 'SSE-SQS': twoQueues, 'a customer-managed key': { ...twoQueues, ...aKey } },
  'FIFO WorkQueue': { 'SSE-SQS': twoQueues, 'a customer-managed key': { ...twoQueues, ...aKey } },
};

const five = { 'AWS::Events::Rule': 1, ...twoQueues };
const seven = { 'AWS::Events::Rule': 1, 'AWS::SQS::Queue': 3, 'AWS::SQS::QueuePolicy': 3 };
const fiveOfTopic = { 'AWS::SNS::Subscription': 1, ...twoQueues };
/** Of a FIFO topic: what can't be delivered to one consumer has a queue of its own. */
const sevenOfTopic = { ...fiveOfTopic, 'AWS::SQS::Queue': 3, 'AWS::SQS::QueuePolicy': 3 };

const mapping = { 'AWS::Lambda::EventSourceMapping': 1 };
const packer = { 'AWS::Lambda::Function': 1, 'AWS::IAM::Role': 1, 'AWS::IAM::Policy': 1 };
const pipe = { 'AWS::Pipes::Pipe': 1, 'AWS::IAM::Role': 1, 'AWS::IAM::Policy': 1 };
const pipeAndPacker = { ...pipe, ...packer, 'AWS::IAM::Role': 2, 'AWS::IAM::Policy': 2 };

/** A queue for the order, and one for what of it can't be processed, behind those that were there. */
const fourQueues = { 'AWS::SQS::Queue': 4, 'AWS::SQS::QueuePolicy': 4 };
const fiveQueues = { 'AWS::SQS::Queue': 5, 'AWS::SQS::QueuePolicy': 5 };

const ofSubscription: Readonly<Record<ChannelName, Partial<Record<DeliveryName, Budget>>>> = {
  ClassicBus: {
    pull: five,
    push: { ...five, ...mapping, ...packer },
    'one at a time, pull': { ...five, ...fourQueues, ...pipe },
    'one at a time, push': { ...five, ...fourQueues, ...pipeAndPacker, ...mapping },
  },
  'the default bus': {
    pull: seven,
    push: { ...seven, ...mapping, ...packer },
    'one at a time, pull': { ...seven, ...fiveQueues, ...pipe },
    'one at a time, push': { ...seven, ...fiveQueues, ...pipeAndPacker, ...mapping },
  },
  StandardTopic: {
    pull: fiveOfTopic,
    'pull, fair queue': fiveOfTopic,
    push: { ...fiveOfTopic, ...mapping, ...packer },
    'one at a time, pull': { ...fiveOfTopic, ...fourQueues, ...pipe },
    'one at a time, push': { ...fiveOfTopic, ...fourQueues, ...pipeAndPacker, ...mapping },
  },
  FifoTopic: { pull: sevenOfTopic, push: { ...sevenOfTopic, ...mapping, ...packer } },
  WorkQueue: {
    pull: {},
    'pull, fair queue': {},
    push: { ...mapping, ...packer },
    'one at a time, pull': { ...twoQueues, ...pipe },
    'one at a time, push': { ...twoQueues, ...pipeAndPacker, ...mapping },
  },
  'FIFO WorkQueue': { pull: {}, push: { ...mapping, ...packer } },
};

/** The channel's and the subscription's together, wherever they stand. */
export function budgetOf({ channel, encryption, delivery }: Pair): Budget {
  const one = ofChannel[channel][encryption];
  const other = ofSubscription[channel][delivery];
  if (!other) throw new Error(`no budget is stated for ${channel}, ${delivery}`);
  const types = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(types.map((type) => [type, (one[type] ?? 0) + (other[type] ?? 0)]));
}
