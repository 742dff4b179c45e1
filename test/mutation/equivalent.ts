import type { Mutant } from './mutants';

/** Mutants that AWS treats as it treats the template itself. */
export interface Equivalent {
  readonly type: string;
  /** The path from the resource on. */
  readonly path: RegExp;
  readonly mutation: string;
  /** Which resources, by their logical id. @default - all of the type */
  readonly only?: RegExp;
  /** Why it makes no difference: most often the default that takes the value's place. */
  readonly reason: string;
}

/**
 * Written by hand. The library says these values all the same, so that no feature flag, property
 * injector or change of a default decides them. An entry is an error where an assertion finds what
 * it excuses, and where it excuses nothing.
 */
export const equivalents: readonly Equivalent[] = [
  {
    type: 'AWS::SQS::Queue',
    path: /^Properties\.SqsManagedSseEnabled$/,
    mutation: 'removed',
    reason: 'SQS encrypts a queue without a key under SSE-SQS unasked.',
  },
  {
    type: 'AWS::SQS::Queue',
    path: /^Properties\.RedriveAllowPolicy$/,
    mutation: 'removed',
    reason: 'Unasked, any queue may have it for its dead-letter queue: allowAll.',
  },
  {
    type: 'AWS::SQS::Queue',
    path: /^Properties\.KmsDataKeyReusePeriodSeconds$/,
    mutation: 'removed',
    reason: 'SQS reuses a data key for 300 seconds unasked.',
  },
  {
    type: 'AWS::SQS::Queue',
    path: /^Properties\.VisibilityTimeout$/,
    mutation: 'removed',
    only: /^(?!Handling(OneAtATime)?Queue)/,
    reason: 'SQS hides a received message for 30 seconds unasked.',
  },
  {
    type: 'AWS::Events::Rule',
    path: /\.RetryPolicy(\.\w+)?$/,
    mutation: 'removed',
    reason: 'EventBridge tries for 24 hours and 185 times unasked.',
  },
  {
    type: 'AWS::ApiGateway::Stage',
    path: /\.DataTraceEnabled$/,
    mutation: 'removed',
    reason: 'API Gateway logs no bodies unasked.',
  },
  {
    type: 'AWS::ApiGateway::GatewayResponse',
    path: /^Properties\.StatusCode$/,
    mutation: 'removed',
    reason: 'The types that the API gives a status have the same one unasked: 400, 413, 415, 429.',
  },
  ...['removed', 'replaced'].map((mutation) => ({
    type: 'AWS::ApiGateway::Deployment',
    path: /^Properties\.Description$/,
    mutation,
    reason: 'A text for people.',
  })),
];

export function isExcused({ type, path, mutation, logicalId }: Mutant, by: Equivalent): boolean {
  const { only = /./ } = by;
  if (by.type !== type || by.mutation !== mutation || !only.test(logicalId)) return false;
  return by.path.test(path.join('.'));
}
