import type { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { ClassicBus, FifoTopic, type IChannel, StandardTopic, WorkQueue } from '../../../lib';
import { placed } from '../../support/contracts';
import type { ChannelName } from './axes';
import { byOutput, type HandOver, handedOver } from './handed-over';

/** How a channel is made, and how another app that is told its attributes has it. */
export interface ChannelOf {
  readonly make: (owner: Stack, how?: HowMade) => Made;
}

export interface HowMade {
  readonly encryptionKey?: IKey;
  /** How the other app is told what is known when the owner is deployed. @default byOutput */
  readonly handOver?: HandOver;
}

export interface Made {
  readonly channel: IChannel;
  readonly importInto: (consumer: Stack) => IChannel;
}

const contracts = [placed];

export const channelsOf: Readonly<Record<ChannelName, ChannelOf>> = {
  ClassicBus: {
    make: (owner, { encryptionKey, handOver = byOutput } = {}) => {
      const bus = new ClassicBus(owner, 'Orders', { busName: 'orders', contracts, encryptionKey });
      const attributes = () => handedOver(owner, bus.attributes, handOver);
      const importInto = (to: Stack) => ClassicBus.fromAttributes(to, 'Orders', attributes());
      return { channel: bus, importInto };
    },
  },
  'the default bus': {
    make: (owner) => ({
      channel: ClassicBus.defaultBus(owner, 'Orders', { contracts }),
      importInto: (to) => ClassicBus.defaultBus(to, 'Orders', { contracts }),
    }),
  },
  StandardTopic: {
    make: (owner, { encryptionKey, handOver = byOutput } = {}) => {
      const topic = new StandardTopic(owner, 'Orders', { contracts, encryptionKey });
      const attributes = () => handedOver(owner, topic.attributes, handOver);
      const importInto = (to: Stack) => StandardTopic.fromAttributes(to, 'Orders', attributes());
      return { channel: topic, importInto };
    },
  },
  FifoTopic: {
    make: (owner, { encryptionKey, handOver = byOutput } = {}) => {
      const topic = new FifoTopic(owner, 'Orders', { contracts, encryptionKey });
      const attributes = () => handedOver(owner, topic.attributes, handOver);
      const importInto = (to: Stack) => FifoTopic.fromAttributes(to, 'Orders', attributes());
      return { channel: topic, importInto };
    },
  },
  WorkQueue: { make: (owner, how) => workQueue(owner, false, how) },
  'FIFO WorkQueue': { make: (owner, how) => workQueue(owner, true, how) },
};

function workQueue(owner: Stack, fifo: boolean, how: HowMade = {}): Made {
  const { encryptionKey, handOver = byOutput } = how;
  const queue = new WorkQueue(owner, 'Orders', { contracts, fifo, encryptionKey });
  const attributes = () => handedOver(owner, queue.attributes, handOver);
  const importInto = (to: Stack) => WorkQueue.fromAttributes(to, 'Orders', attributes());
  return { channel: queue, importInto };
}
