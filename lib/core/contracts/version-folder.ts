/**
 * Where the accepted versions of a contract stand: `<source>/<eventType>/`. A name becomes a folder
 * as a URI carries it, by percent-encoding, also where it begins or ends with a dot: such a folder
 * would be hidden, or lead out of its own, and Windows drops a dot at the end. A file system takes 255
 * bytes: of a longer name the beginning stays, with a digest of the whole.
 */
import { createHash } from 'node:crypto';

/** Room for the digest, and for what others add to a name, as a back-up does. */
const longest = 200;
const digits = 32;

/** The folder of a contract's accepted versions, below the directory of all contracts. */
export function versionFolder(source: string, eventType: string): string {
  return `${segmentOf(source)}/${segmentOf(eventType)}`;
}

function segmentOf(name: string): string {
  const encoded = [...Buffer.from(name, 'utf8')].map(encodeByte).join('');
  const plain = encoded.replace(/^\.|\.$/g, '%2E');
  if (plain.length <= longest) return plain;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, digits);
  return `${plain.slice(0, longest - digits - 1).replace(/%.?$/, '')}~${digest}`;
}

const unreserved = /[A-Za-z0-9._-]/;

function encodeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (byte < 128 && unreserved.test(character)) return character;
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The name that a folder stands for, as far as the folder tells: a long one is cut. */
export function nameOfSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
