/**
 * What AWS asks for, as data: US dollars in one region on one date, before free tiers and volume
 * discounts. The guide computes its figures from it. Prices differ by region and change: whoever
 * relies on one looks at its page.
 */

export interface Price {
  readonly dollars: number;
  readonly per: string;
  /** The page that states it. */
  readonly source: string;
}

export const pricesOf = { region: 'us-east-1', date: 'November 2026' } as const;

const eventBridge = 'https://aws.amazon.com/eventbridge/pricing/';
const sns = 'https://aws.amazon.com/sns/pricing/';
const sqs = 'https://aws.amazon.com/sqs/pricing/';
const apiGateway = 'https://aws.amazon.com/api-gateway/pricing/';
const lambda = 'https://aws.amazon.com/lambda/pricing/';

/** A chunk of 64 KB is one event or request. A GB is a thousand million bytes. */
export const prices = {
  busEvent: { dollars: 1, per: 'million events put on a Classic bus', source: eventBridge },
  archiveIn: { dollars: 0.1, per: 'GB put into an archive', source: eventBridge },
  archiveKept: { dollars: 0.023, per: 'GB kept in an archive for a month', source: eventBridge },
  pipeRequest: { dollars: 0.4, per: 'million requests of a pipe', source: eventBridge },
  topicRequest: { dollars: 0.5, per: 'million publish requests', source: sns },
  bodyFilter: { dollars: 0.09, per: 'GB looked at by filters on the body', source: sns },
  fifoTopicRequest: { dollars: 0.3, per: 'million publish requests, FIFO', source: sns },
  fifoTopicPayload: { dollars: 0.017, per: 'GB published, FIFO', source: sns },
  fifoTopicMessage: { dollars: 0.01, per: 'million subscription messages, FIFO', source: sns },
  fifoTopicOut: { dollars: 0.001, per: 'GB of subscription messages, FIFO', source: sns },
  queueRequest: { dollars: 0.4, per: 'million requests, standard queue', source: sqs },
  fairRequest: {
    dollars: 0.1,
    per: 'million requests more, where messages have a message group',
    source: sqs,
  },
  fifoQueueRequest: { dollars: 0.5, per: 'million requests, FIFO queue', source: sqs },
  apiRequest: { dollars: 3.5, per: 'million requests of a REST API', source: apiGateway },
  invocation: { dollars: 0.2, per: 'million invocations of a function', source: lambda },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;
