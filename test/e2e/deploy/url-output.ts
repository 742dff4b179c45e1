/** The output that tells the URL of a queue, by the queue's logical id. */
export const urlOutput = (logicalId: string): string => `UrlOf${logicalId}`;
