import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { OneAtATimeStack } from '../../examples/one-at-a-time-stack';
import {
  Flow,
  type Hop,
  type PipeHop,
  type PushHop,
  type SubscriptionHop,
} from '../../lib/analysis';
import { fromSqsMessage } from '../../lib/runtime';
import { findings } from '../compliance/findings';
import { resource } from '../support/stacks';

interface Batch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}
type Onward = PipeHop | PushHop | SubscriptionHop;
type Handler = (batch: Batch) => Promise<unknown>;

/** The function's code, as it stands in the template. */
function handlerOf(code: string): Handler {
  const exports: { handler?: Handler } = {};
  new Function('exports', 'console', code)(exports, { log: () => undefined });
  if (!exports.handler) throw new Error('the code exports no handler');
  return exports.handler;
}

const detail = {
  specversion: '1.0',
  id: 'o-1-cancelled',
  source: 'shop.checkout',
  type: 'order.cancelled.v1',
  data: { orderId: 'o-1' },
};

/** Which of the ways out of a channel or a queue surely gets an event. */
function delivered<Way extends { readonly verdict: string }>(hops: readonly Way[] = []): Way {
  const [one, ...others] = hops.filter(({ verdict }) => verdict === 'delivered');
  if (!one || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} get the event`);
  return one;
}

describe('OneAtATimeStack', () => {
  const app = new App();
  const of = new OneAtATimeStack(app, 'OneAtATime');

  it('has a pipe that takes the message group from the order', () => {
    const { Source, Target, TargetParameters } = resource(of, 'AWS::Pipes::Pipe').Properties;
    expect([Source, Target]).toEqual([
      { 'Fn::GetAtt': [expect.stringMatching(/^SeattleQueue/), 'Arn'] },
      { 'Fn::GetAtt': [expect.stringMatching(/^SeattleOneAtATimeQueue/), 'Arn'] },
    ]);
    expect(TargetParameters.SqsQueueParameters).toEqual({
      MessageGroupId: '$.body.data.orderId',
    });
  });

  it('hides an order from the other functions for six times the timeout of one', () => {
    const { FifoQueue, VisibilityTimeout } = resource(
      of,
      'AWS::SQS::Queue',
      'SeattleOneAtATimeQueue',
    ).Properties;
    expect([FifoQueue, VisibilityTimeout]).toEqual([true, 120]);
  });

  it('has a function that answers with the first failure and all that follows it', async () => {
    const { ZipFile } = resource(of, 'AWS::Lambda::Function').Properties.Code;
    const body = JSON.stringify({ detail });
    const Records = [
      { messageId: 'one', body },
      { messageId: 'two', body: 'no JSON' },
      { messageId: 'three', body },
    ];
    const handler = handlerOf(ZipFile);
    await expect(handler({ Records })).resolves.toEqual({
      batchItemFailures: [{ itemIdentifier: 'two' }, { itemIdentifier: 'three' }],
    });
    await expect(handler({ Records: Records.slice(0, 1) })).resolves.toEqual({
      batchItemFailures: [],
    });
  });

  it('leaves the nag packs only what a user has to say of roles and a function', () => {
    const ofOthers = findings(app).filter(
      (one) => !one.startsWith('OneAtATime/Packer/Resource ') && !one.includes('/ServiceRole/'),
    );
    const role = 'OneAtATime/Seattle/OneAtATime/Role/DefaultPolicy/Resource';
    expect(ofOthers).toEqual([
      `${role} HIPAA.Security-IAMNoInlinePolicy`,
      `${role} NIST.800.53.R5-IAMNoInlinePolicy`,
      `${role} PCI.DSS.321-IAMNoInlinePolicy`,
    ]);
  });

  it('routes an order through its template, to the function, in the group of its order', () => {
    const flow = Flow.of({ OneAtATime: Template.fromStack(of).toJSON() });
    const event = { source: 'shop.checkout', detailType: 'order.cancelled.v1', detail };
    const toQueue = delivered<Hop | SubscriptionHop>(flow.route(event).hops);
    const pipe = delivered<Onward>(toQueue.onward?.hops);
    if (!('pipe' in pipe)) throw new Error('expected the pipe');
    const { event: moved, hops } = pipe.onward ?? { hops: [] };
    expect(moved?.messageGroupId).toBe('o-1');
    expect(fromSqsMessage({ Body: String(moved?.body) })).toEqual(detail);
    const push = delivered<Onward>(hops);
    expect('eventSource' in push && push.eventSource.logicalId).toMatch(/^PackerPush/);
  });
});
