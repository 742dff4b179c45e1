export { validateDeadLetterQueue, validateWorkingQueue } from './finished-queue';
export { deadLetterQueue, keep, longestRetention, workingQueue } from './kept-queue';
