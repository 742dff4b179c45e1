/**
 * The ids of errors and warnings. They are public API: people acknowledge warnings by them and
 * search for them, so an id is never renamed or used again for something else. A message ends with
 * its id in square brackets.
 */
export const diagnostics = {
  'spillway:contract-source': 'A contract names its source: 1 to 256 characters, not an AWS one.',
  'spillway:contract-event-type': 'An event type ends in its major version: order.placed.v1.',
  'spillway:contract-owner': 'A contract names the team that answers for it.',
  'spillway:contract-summary': 'The summary of a contract is a text.',
  'spillway:contract-compatibility':
    'A contract says by name which of its versions live together, and how strictly.',
  'spillway:contract-schema': 'A contract describes its data by a JSON Schema object.',
  'spillway:contract-not-json': 'What a contract describes can travel as JSON: no Date, no bigint.',
  'spillway:contract-refinement': 'A contract checks only what JSON Schema can say.',
  'spillway:contract-reference': 'A schema holds all that it refers to.',
  'spillway:contract-example': 'An example is what the schema of its contract describes.',
  'spillway:registry-name': 'A registry of schemas has a name of its own, and keeps it.',
  'spillway:registry-schema':
    'A registry keeps one schema for each contract, of a size that AWS takes.',
  'spillway:registry-discoverer': 'Schemas are discovered on a bus without a customer-managed key.',
  'spillway:many-registries': 'An account has as many schema registries as its quota says.',
  'spillway:many-schemas': 'A registry has as many schemas as the quota says.',
  'spillway:many-schema-versions': 'A schema has as many versions as the quota says.',
  'spillway:contract-breaking': 'A contract lives together with its accepted versions.',
  'spillway:contract-unaccepted': 'A version of a contract is accepted before it is shipped.',
  'spillway:contracts-directory': 'A contracts directory holds accepted versions, each a schema.',
  'spillway:contract-twice': 'A channel lists a contract once.',
  'spillway:contract-foreign': 'A channel carries only the contracts that it lists.',
  'spillway:contract-none': 'A grant or a subscription names at least one contract.',
  'spillway:filter': 'A filter is an event pattern that AWS takes.',
  'spillway:filter-overlap': 'No alternative of a filter is one that EventBridge would drop.',
  'spillway:pattern-length': 'The filters of a subscription fit one rule.',
  'spillway:bus-name': 'A bus has a name of its own, of the characters that EventBridge takes.',
  'spillway:archive-retention': 'An archive keeps events for whole days.',
  'spillway:account-id': 'Another account is named by its 12 digits.',
  'spillway:dead-letter-queue-arn': 'A bus of another app brings the ARN of its dead-letter queue.',
  'spillway:environment': 'A rule stands in the account and region of its bus.',
  'spillway:retention': 'A queue keeps a message for 60 seconds to 14 days.',
  'spillway:visibility-timeout': 'A received message stays hidden for at most 12 hours.',
  'spillway:max-receive-count': 'A message is tried 1 to 1000 times.',
  'spillway:push-option': 'Lambda takes what a push asks of it.',
  'spillway:push-timeout': 'A push knows the timeout of its function.',
  'spillway:event-source':
    'A push keeps its queue and its function, stays enabled, without a filter, and hides a message for long enough.',
  'spillway:queue-fifo': 'A queue is of the kind, standard or FIFO, that its channel delivers to.',
  'spillway:queue-kms-managed': 'A channel cannot write to a queue under the AWS managed key.',
  'spillway:queue-key': 'A queue stands under a key that lets its channel in.',
  'spillway:key': 'A key is given itself, not by an alias, and stands in the region.',
  'spillway:removal-policy':
    'A removal policy keeps or deletes; there is nothing to take a snapshot of.',
  'spillway:queue-dead-letters': 'A queue sets aside what its consumer cannot process.',
  'spillway:queue-policy': 'The policy of a queue fits the limits of SQS.',
  'spillway:dead-letter-retention':
    'A dead-letter queue keeps a message at least as long as its queue.',
  'spillway:bus': 'A bus keeps its name, its key and its dead-letter queue.',
  'spillway:rule': 'A rule keeps its bus, its target and its dead-letter queue, and is enabled.',
  'spillway:option-without-effect': 'An option that cannot take effect is refused.',
  'spillway:policy-elsewhere': 'A policy that cannot be extended here is extended by its owner.',
  'spillway:redrive-without-dead-letters': 'Only a queue with a dead-letter queue can be redriven.',
  'spillway:topic-arn': 'A topic of another app is named by its ARN.',
  'spillway:queue-arn': 'A work queue of another app is named by its ARN.',
  'spillway:topic': 'A topic and its subscriptions keep their key, filters and dead-letter queue.',
  'spillway:filter-attributes': 'A topic filters on attributes that its producers publish.',
  'spillway:envelope': 'A channel hands an event over in an envelope that it has.',
  'spillway:delivery': 'A channel hands events over in a way that it can.',
  'spillway:fair-queue': 'A fair queue gets its message groups from the channel.',
  'spillway:on-poison': 'Only a FIFO queue has an order that an event can hold up.',
  'spillway:filter-on-queue': 'A queue hands over every event; it has no filter.',
  'spillway:dead-letter-queue-consumed': 'No channel delivers new events to a dead-letter queue.',
  'spillway:queue-twice': 'A topic delivers to a queue by one subscription.',
  'spillway:many-receivers': 'A bus or a topic takes as many subscriptions as its quota says.',
  'spillway:one-receiver': 'A work queue has one subscription.',
  'spillway:message-group': 'A message group is taken from a field of the event.',
  'spillway:pipe': 'A pipe keeps its queues, its message group and its role, and runs.',
  'spillway:api-channel': 'An API puts events on a Classic bus.',
  'spillway:api-contract': 'An API tells its events apart by their type, in its path.',
  'spillway:api-limit': 'An API takes what its region and PutEvents take.',
  'spillway:id-taken': 'Two subscriptions have two ids.',
  'spillway:many-subscriptions': 'A stack holds about 99 subscriptions.',
} as const;

export type DiagnosticId = keyof typeof diagnostics;

/**
 * One thing that is wrong: where, what was given, what the range is, how to mend it.
 *
 * @jsii ignore
 */
export interface Problem {
  readonly id: DiagnosticId;
  /** The prop as the user typed it. */
  readonly prop: string;
  readonly given: string;
  /** The range, and the limit behind it. */
  readonly expected: string;
  readonly fix: string;
}

/** A sentence a problem, the same for an error and for a validation at synth. */
export function describeProblem({ id, prop, given, expected, fix }: Problem): string {
  return `${prop}: ${given}; ${expected}. ${fix} [${id}]`;
}

/**
 * What a construct throws: all wrong props in one error. `ids` tells them apart for a program.
 *
 * @jsii ignore
 */
export class SpillwayError extends Error {
  readonly ids: readonly DiagnosticId[];

  constructor(where: string, problems: readonly Problem[]) {
    const heading = `${where}: ${problems.length === 1 ? 'one prop is' : `${problems.length} props are`} wrong:`;
    super([heading, ...problems.map((problem) => `  - ${describeProblem(problem)}`)].join('\n'));
    this.name = 'SpillwayError';
    this.ids = problems.map((problem) => problem.id);
  }
}

/** Throws one error for all problems, if there are any. */
export function refuse(where: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new SpillwayError(where, problems);
}
