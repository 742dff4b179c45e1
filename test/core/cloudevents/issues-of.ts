import { CloudEventError } from '../../../lib/core/cloudevents';

/** Attribute and place of everything that is refused. */
export function issuesOf(act: () => unknown): [attribute: string, path: string][] {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CloudEventError)) throw error;
    return error.issues.map(({ attribute, path }) => [attribute, path]);
  }
  return [];
}
