import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { WorkQueueStack } from '../../examples/work-queue-stack';
import { Flow } from '../../lib/analysis';
import { counts, resource } from '../support/stacks';

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

const arnOf = (id: string) => ({
  'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${id}[0-9A-F]{8}$`)), 'Arn'],
});

describe('WorkQueueStack', () => {
  const of = new WorkQueueStack(new App(), 'WorkQueue');

  it('is two queues with a dead-letter queue each; the subscriptions make none', () => {
    expect(counts(of)).toEqual({
      'AWS::IAM::Policy': 4,
      'AWS::IAM::Role': 4,
      'AWS::Lambda::EventSourceMapping': 1,
      'AWS::Lambda::Function': 1,
      'AWS::SQS::Queue': 4,
      'AWS::SQS::QueuePolicy': 4,
    });
  });

  it('lets the producer send to both, and each printer receive from one', () => {
    const allowed = (id: string) =>
      resource(of, 'AWS::IAM::Policy', id).Properties.PolicyDocument.Statement.map(
        ({ Action, Resource }: { Action: unknown; Resource: unknown }) => [Action, Resource],
      );
    const receive = expect.arrayContaining(['sqs:ReceiveMessage', 'sqs:DeleteMessage']);
    expect(allowed('Checkout')).toEqual([
      ['sqs:SendMessage', arnOf('LabelsQueue')],
      ['sqs:SendMessage', arnOf('ChargesQueue')],
    ]);
    expect(allowed('PrinterOne')).toEqual([[receive, arnOf('LabelsQueue')]]);
    expect(allowed('PrinterTwo')).toEqual([[receive, arnOf('LabelsQueue')]]);
  });

  it('has a standard queue that can be fair, and a FIFO one', () => {
    expect(resource(of, 'AWS::SQS::Queue', 'LabelsQueue').Properties.FifoQueue).toBeUndefined();
    expect(resource(of, 'AWS::SQS::Queue', 'ChargesQueue').Properties).toMatchObject({
      FifoQueue: true,
      VisibilityTimeout: 120,
      RedrivePolicy: { deadLetterTargetArn: arnOf('ChargesDeadLetters'), maxReceiveCount: 5 },
    });
  });

  it('pushes one event at a time, so that none is counted with one that failed', () => {
    expect(resource(of, 'AWS::Lambda::EventSourceMapping').Properties).toMatchObject({
      EventSourceArn: arnOf('ChargesQueue'),
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test.each([
    ['an event', '{"data":{"orderId":"1"}}', []],
    ['what it can not read', 'no JSON', [{ itemIdentifier: 'one' }]],
  ])('has a function that answers for %s', async (_, body, batchItemFailures) => {
    const { ZipFile } = resource(of, 'AWS::Lambda::Function').Properties.Code;
    await expect(handlerOf(ZipFile)({ Records: [{ messageId: 'one', body }] })).resolves.toEqual({
      batchItemFailures,
    });
  });

  it('routes a charge through its template, to the function', () => {
    const flow = Flow.of({ WorkQueue: Template.fromStack(of).toJSON() });
    const charges = flow.queues.find(({ logicalId }) => logicalId.startsWith('ChargesQueue'));
    const message = { body: '{"data":{"orderId":"o-1"}}', messageGroupId: 'o-1' };
    const { hops } = flow.route(message, { channel: charges?.arn });
    expect(hops.map(({ verdict }) => verdict)).toEqual(['delivered']);
  });
});
