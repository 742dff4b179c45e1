import type { DialectName } from '../dialects/dialect';

/** Why an event of a dialect has nothing that a pattern could look at. */
export function unreadReason(dialect: DialectName): string {
  const what =
    dialect === 'sns-attributes'
      ? 'the message has no attributes that a filter policy could look at'
      : 'the body is not a JSON object';
  return `${what}, and SNS delivers such a message to no subscription with a filter policy`;
}
