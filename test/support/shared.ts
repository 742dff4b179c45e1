import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const shared = resolve(__dirname, '../../../shared');

/** A file or folder of the data kept beside the repository, as in `vectors/tricky.jsonl`. */
export function sharedPath(name: string): string {
  return resolve(shared, name);
}

/** Like `describe`; skipped, and reported as such, where the shared data is not at hand. */
export const describeWithShared = existsSync(shared) ? describe : describe.skip;
