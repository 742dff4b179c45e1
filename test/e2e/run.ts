import type { Version } from './deploy/assembly';
import type { Endpoint } from './endpoint';
import type { Options } from './options';
import type { Report } from './report';

/** What every app's part of a run has. */
export interface Run {
  readonly at: Endpoint;
  readonly options: Options;
  readonly report: Report;
  /** Where its templates are put. */
  readonly folder: string;
  /** Makes the endpoint ready for the CDK's command line, once for all apps. */
  readonly bootstrap: (version: Version) => Promise<void>;
}

/** Both to their ends, at the same time: they share no stack, and most of either is waiting. */
export async function runTogether(
  run: Omit<Run, 'bootstrap'>,
  bootstrap: Run['bootstrap'],
  parts: readonly ((run: Run) => Promise<void>)[],
): Promise<void> {
  let once: Promise<void> | undefined;
  const ready = (version: Version): Promise<void> => {
    once ??= bootstrap(version);
    return once;
  };
  const ends = parts.map((part) => part({ ...run, bootstrap: ready }));
  for (const end of await Promise.allSettled(ends)) {
    if (end.status === 'rejected') run.report.broken(end.reason);
  }
}
