import { createHash } from 'node:crypto';
import { sqs } from '../limits';

// A partition key is any text; a message group has an alphabet and a length. A key that fits is its
// own group, so that it can be read in the console; any other is replaced by its SHA-256. A key that
// looks like such a replacement is replaced as well: so two keys share a group only if SHA-256 has a
// collision, and nobody can write a key that joins another's group.

const { min, max } = sqs.messageGroupId;

/** A-Z, a-z, 0-9 and ASCII punctuation: the visible characters of ASCII, without the space. */
const fitting = new RegExp(`^[!-~]{${min},${max}}$`);
const replaced = /^sha256:[0-9a-f]{64}$/;

/**
 * The MessageGroupId of a key: the same for the same key, another for any other key.
 *
 * @param key text without lone surrogates, which have no UTF-8 to be hashed
 */
export function toMessageGroupId(key: string): string {
  return fitting.test(key) && !replaced.test(key) ? key : `sha256:${sha256(key)}`;
}

/**
 * The MessageDeduplicationId of an event: the SHA-256 of its source, a line feed and its id, in
 * hexadecimal digits. No attribute of a CloudEvent holds a line feed, so no two pairs of source and
 * id become one text; and any language can do the same.
 */
export function toDeduplicationId({ source, id }: { source: string; id: string }): string {
  return sha256(`${source}\n${id}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
