import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/**
 * The function behind an alias or a version, also of an imported one, or behind CDK's
 * SingletonFunction, which doesn't say which function it has made.
 */
export function functionBehind(consumer: IFunction): IFunction {
  const inner: unknown = Reflect.get(consumer, 'lambda') ?? Reflect.get(consumer, 'lambdaFunction');
  return isFunction(inner) ? functionBehind(inner) : consumer;
}

const isFunction = (value: unknown): value is IFunction =>
  typeof value === 'object' && value !== null && 'functionArn' in value;
