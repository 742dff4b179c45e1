export { validateQueue, validateWorkingQueue } from './finished-queue';
export { deadLetterQueue, keep, longestRetention, workingQueue } from './kept-queue';
