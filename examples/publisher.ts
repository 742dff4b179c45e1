import {
  type CloudEvent,
  fromSqsMessage,
  type PublishInput,
  type PutEventsEntry,
  type SqsMessage,
  toPublishInput,
  toPutEventsEntry,
} from '../lib/runtime';

// #region publish
interface OrderPlaced {
  orderId: string;
  shipTo: { country: string };
  total: number;
}

/** One entry an order. Its id is the order's own, so that publishing it again says the same event again. */
export function entryOf(order: OrderPlaced, at: Date, eventBusName: string): PutEventsEntry {
  const event: CloudEvent<OrderPlaced> = {
    specversion: '1.0',
    id: order.orderId,
    source: 'shop.checkout',
    type: 'order.placed.v1',
    time: at.toISOString(),
    data: order,
  };
  return toPutEventsEntry(event, { eventBusName }); // for PutEventsCommand of @aws-sdk/client-eventbridge
}
// #endregion

// #region topic
/** For PublishCommand of @aws-sdk/client-sns: the CloudEvent is the message. */
export function messageOf(event: CloudEvent<OrderPlaced>, topicArn: string): PublishInput {
  return toPublishInput(event, { topicArn });
}

/** In a consumer, whatever the channel: a message as ReceiveMessage or a Lambda event has it. */
export function orderIn(message: SqsMessage): CloudEvent {
  return fromSqsMessage(message);
}
// #endregion
