import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot, pages } from './pages';
import { rendered } from './regions';

/** `npm run docs`: makes the marked parts of every page anew. */
for (const page of pages().map(inRoot)) {
  writeFileSync(page, rendered(readFileSync(page, 'utf8')));
}
