import { Duration, type Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Delivery, EventContract, type PushOptions } from '../../lib';

export const placed = contract('order.placed.v1');
export const cancelled = contract('order.cancelled.v1');

function contract(eventType: string): EventContract {
  return EventContract.of({ source: 'shop.checkout', eventType, owner: 'checkout' });
}

export function shippedTo(...country: string[]): object {
  return { shipTo: { country } };
}

export function role(scope: Stack, id: string, service = 'ecs-tasks'): Role {
  return new Role(scope, id, { assumedBy: new ServicePrincipal(`${service}.amazonaws.com`) });
}

/** To a function that stands elsewhere, so that no template has more of it than its role. */
export function pushTo(scope: Stack, id: string, options: PushOptions): Delivery {
  const consumer = LambdaFunction.fromFunctionAttributes(scope, `${id}Function`, {
    functionArn: `arn:aws:lambda:eu-west-1:111111111111:function:${id}`,
    role: role(scope, id, 'lambda'),
    sameEnvironment: true,
  });
  return Delivery.push(consumer, { functionTimeout: Duration.seconds(5), ...options });
}
