import { Duration } from 'aws-cdk-lib';
import { type IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { lambda } from '../../core/limits';
import type { PushOptions } from './push-options';

/** A push as it was asked for, with what follows from it. */
export interface Push {
  readonly consumer: IFunction;
  readonly options: PushOptions;
  /** Undefined where the function's timeout is not known. */
  readonly visibilityTimeout?: Duration;
}

export function pushOf(consumer: IFunction, options: PushOptions): Push {
  const timeout = options.functionTimeout ?? timeoutOf(consumer);
  const window = options.batchWindow?.toSeconds({ integral: false }) ?? 0;
  const visibilityTimeout =
    timeout && Duration.seconds(visibilitySeconds(timeout.toSeconds({ integral: false }), window));
  return { consumer, options, visibilityTimeout };
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
  if (consumer instanceof LambdaFunction) {
    return consumer.timeout ?? Duration.seconds(lambda.defaultTimeout.max);
  }
  const { lambda: inner } = consumer as { lambda?: IFunction };
  return inner && timeoutOf(inner);
}
