/*
 * The gate over the library's own output: each statement, condition, setting and resource of the
 * fixtures' templates is removed or widened, one at a time, and some assertion has to fail on it.
 * Exits 1 where a mutant survives, or where an excuse or an assertion is there for nothing.
 */
import { assertions } from './assertions';
import { countsOf } from './counts';
import { equivalents } from './equivalent';
import { pristineTemplates } from './fixtures';
import { complaints, judge } from './judge';
import type { Templates } from './template';
import { withoutMutants } from './unenforced-kinds';
import { verdictOn } from './verdict';

// CDK validates every synth with a WASM engine, which takes longer than the synth.
process.env.CDK_VALIDATION = 'false';

function main(): void {
  const templates = pristineTemplates();
  const broken = complaints(templates);
  tell(broken.map((one) => `fails without a mutant: ${one}`));
  if (broken.length === 0) judgeMutants(templates);
}

function judgeMutants(templates: Templates): void {
  const judged = judge(templates);
  const titles = assertions.map(({ title }) => title);
  const { found, equivalent, errors } = verdictOn({ judged, equivalents, titles });
  const uncovered = withoutMutants(judged.map(({ mutant }) => mutant));
  console.log(countsOf(judged).join('\n'));
  const survivors = judged.length - found - equivalent;
  console.log(
    `${judged.length} mutants, ${found} found by ${titles.length} assertions, ` +
      `${equivalent} equivalent by ${equivalents.length} reasons, ${survivors} survive`,
  );
  tell([...errors, ...uncovered]);
}

function tell(errors: readonly string[]): void {
  for (const error of errors) console.error(error);
  if (errors.length > 0) process.exitCode = 1;
}

main();
