import { App } from 'aws-cdk-lib';
import { PushStack } from '../../examples/push-stack';
import { resource } from '../support/stacks';

interface Batch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}
type Handler = (batch: Batch) => Promise<unknown>;

/** The function's code, as it stands in the template. */
function handlerOf(code: string): Handler {
  const exports: { handler?: Handler } = {};
  new Function('exports', 'console', code)(exports, { log: () => undefined });
  if (!exports.handler) throw new Error('the code exports no handler');
  return exports.handler;
}

describe('PushStack', () => {
  const of = new PushStack(new App(), 'Push');

  it('pushes batches of 10 from the queue of Seattle, five at a time', () => {
    expect(resource(of, 'AWS::Lambda::EventSourceMapping').Properties).toMatchObject({
      EventSourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^SeattleQueue/), 'Arn'] },
      BatchSize: 10,
      ScalingConfig: { MaximumConcurrency: 5 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties.VisibilityTimeout).toBe(120);
  });

  it('has a function that names the messages it could not read, and no other', async () => {
    const { ZipFile } = resource(of, 'AWS::Lambda::Function').Properties.Code;
    const Records = [
      { messageId: 'one', body: '{"data":{"orderId":"1"}}' },
      { messageId: 'two', body: 'no JSON' },
    ];
    await expect(handlerOf(ZipFile)({ Records })).resolves.toEqual({
      batchItemFailures: [{ itemIdentifier: 'two' }],
    });
  });
});
