import { Duration } from 'aws-cdk-lib';
import { fewestReceives } from './push';

/**
 * The queue that a pipe takes from.
 *
 * AWS advises to hide a message for six times the timeout of the pipe; a pipe has none to set, and
 * puts one message into a queue within seconds. An event that shows again while it is still being
 * moved is put in twice within the five minutes in which a FIFO queue takes it for the same. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-sqs.html
 */
export const arrivalVisibility = Duration.seconds(60);

/** Of a queue that stands already: what SQS itself hides a received message for. */
export const leastVisibility = Duration.seconds(30);

/** Fewer set events aside that nobody looked at: a throttled pipe counts as a receive. */
export const arrivalReceives = fewestReceives;
