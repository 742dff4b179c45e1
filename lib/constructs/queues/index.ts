export { validateQueue, validateWorkingQueue } from './finished-queue';
export {
  deadLetterQueue,
  isDeadLetterQueue,
  keep,
  longestRetention,
  workingQueue,
} from './kept-queue';
export { OnPoison } from './on-poison';
export { type QueuePair, type QueueSettings, queuePair } from './queue-pair';
export { queueRules } from './queue-rules';
export { receivesOf } from './receives';
