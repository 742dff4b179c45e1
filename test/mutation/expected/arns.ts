/*
 * What an expectation names is a place of a template, or by its ARN what stands in another app.
 */
const isArn = (named: string): boolean => named.startsWith('arn:');

export const keyArn = (key: string): string => (isArn(key) ? key : `\${${key}.Arn}`);

/** A topic's ARN is its reference. */
export const topicArn = (topic: string): string => (isArn(topic) ? topic : `\${${topic}Topic}`);

export const foreignTopic = 'arn:aws:sns:eu-west-1:111111111111:Foreign';
export const foreignDeadLetters = 'arn:aws:sqs:eu-west-1:111111111111:ForeignDeadLetters';
export const foreignKey = 'arn:aws:kms:eu-west-1:111111111111:key/1';
