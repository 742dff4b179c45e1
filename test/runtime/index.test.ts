import * as runtime from '../../lib/runtime';

describe('cdk-spillway/runtime', () => {
  test('exports the way of an event to the wire and back, and nothing else', () => {
    expect(Object.keys(runtime).sort()).toEqual([
      'CloudEventError',
      'fromEventBridgeEvent',
      'fromPutEventsEntry',
      'fromSnsMessage',
      'fromSqsMessage',
      'parseCloudEvent',
      'toPublishBatchEntry',
      'toPublishInput',
      'toPutEventsEntry',
      'toSendMessageBatchEntry',
      'toSendMessageInput',
    ]);
  });
});
