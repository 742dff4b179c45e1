import { Duration } from 'aws-cdk-lib';
import { type IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { lambda } from '../../core/limits';
import { functionBehind } from './function-behind';
import type { PushOptions } from './push-options';

/** Fewer set aside what nobody looked at: a throttled function, or pipe, counts as a receive. */
export const fewestReceives = 5;

/** A push as it was asked for, with what follows from it. */
export interface Push {
  readonly consumer: IFunction;
  readonly options: PushOptions;
  /** The function's own timeout, where it is known. */
  readonly knownTimeout?: Duration;
  /** Undefined where the function's timeout is not known. */
  readonly visibilityTimeout?: Duration;
}

export function pushOf(consumer: IFunction, options: PushOptions): Push {
  const knownTimeout = timeoutOf(consumer);
  const timeout = options.functionTimeout ?? knownTimeout;
  return {
    consumer,
    options,
    knownTimeout,
    visibilityTimeout: timeout && hiddenFor(timeout, options),
  };
}

/** Nothing can be reckoned with a timeout that is known only when deployed. */
function hiddenFor(timeout: Duration, { batchWindow }: PushOptions): Duration | undefined {
  if (timeout.isUnresolved()) return undefined;
  const window = batchWindow?.toSeconds({ integral: false }) ?? 0;
  return Duration.seconds(visibilitySeconds(timeout.toSeconds({ integral: false }), window));
}

/**
 * A batch may be tried again within the function's retries before its messages show again. Source:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export function visibilitySeconds(timeout: number, window: number): number {
  return Math.ceil(6 * timeout + window);
}

/** Of a function of this app, or of that behind its alias or version. */
function timeoutOf(consumer: IFunction): Duration | undefined {
  const behind = functionBehind(consumer);
  if (!(behind instanceof LambdaFunction)) return undefined;
  return behind.timeout ?? Duration.seconds(lambda.defaultTimeout.max);
}
