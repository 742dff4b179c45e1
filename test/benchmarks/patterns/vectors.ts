import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

// From the root of the repository, where npm and jest run.
const folder = resolve('../shared/vectors');

/** Patterns and events with AWS's verdicts, kept beside the repository; undefined without them. */
export const vectorsFolder = existsSync(folder) ? folder : undefined;
