import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { FifoTopic, OnPoison, Subscription } from '../../lib';
import { cancelled, placed, role, shippedTo } from './fixture-parts';

/**
 * FIFO topics: one under a key, with a consumer that holds; one of a single throughput, whose
 * subscription filters on attributes.
 */
export function ordered(): Stack {
  const stack = new Stack(new App(), 'Ordered');
  const contracts = [placed, cancelled];
  const encryptionKey = new Key(stack, 'LedgerKey');
  const ledger = new FifoTopic(stack, 'Ledger', { contracts, encryptionKey });
  ledger.grants.send(role(stack, 'Publisher'));
  const booking = new Subscription(stack, 'Booking', {
    from: ledger,
    events: [placed.where(shippedTo('US'))],
    onPoison: OnPoison.HOLD,
  });
  booking.grants.consume(role(stack, 'Bookkeeper'));
  const plain = new FifoTopic(stack, 'Plain', {
    contracts,
    highThroughput: false,
    filterAttributes: ['shipTo.country'],
  });
  new Subscription(stack, 'Copy', { from: plain, events: [placed.where(shippedTo('US'))] });
  return stack;
}
