import { type EntryOptions, entry } from './velocity';

/**
 * A mapping template can't answer a caller: it can only ask PutEvents. So a request that it refuses
 * becomes entries of the contract's own source and type, of which PutEvents takes none: it answers
 * 200, with an error for each. The first has no Detail: `InvalidArgument`, which no event gets, since
 * it has all that PutEvents asks for. So a batch that EventBridge itself refuses is never read as one
 * of these. The Detail of the others is no JSON: `MalformedDetail`. How many they are says why; two at
 * least, since a request of which no entry has a Detail may fail as a whole.
 *
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html,
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html; and which
 * error a missing Detail is, as AWS answered it on 2024-12-06:
 * https://github.com/localstack/localstack/blob/066ce1be4c5b40be68b2676bbdaec028a86665d9/tests/aws/services/events/test_events.snapshot.json
 */
export interface Refusal {
  /** From 2 to 10, the first one included. */
  readonly entries: number;
  readonly status: 400 | 413;
  readonly message: string;
}

export const refusals = {
  tooLarge: {
    entries: 2,
    status: 413,
    message:
      'The event is too large. Leave out what consumers can look up, or send a reference to it.',
  },
  stranger: {
    entries: 3,
    status: 400,
    message: 'The type or the source of the event is not that of this path.',
  },
  identity: {
    entries: 4,
    status: 400,
    message: 'A CloudEvent has specversion 1.0 and an id of at least one character.',
  },
  attribute: {
    entries: 5,
    status: 400,
    message:
      'An attribute is not what CloudEvents 1.0 allows: its name takes a-z and 0-9; it is text without control characters, a boolean or an integer of 32 bits; time is RFC 3339, dataschema a URI. An event has at most 100 attributes.',
  },
  data: {
    entries: 6,
    status: 400,
    message: 'A CloudEvent is sent here with JSON in data: no data_base64, no other content type.',
  },
  batch: { entries: 7, status: 400, message: 'A batch is a list of 1 to 10 CloudEvents.' },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof refusals;

/** Velocity: notes that the request is refused. The last note counts. */
export const refuseAs = (name: RefusalName): string => `#set($refused = ${refusals[name].entries})`;

/** Velocity: what PutEvents is asked instead. */
export function refusedEntries(options: EntryOptions): string {
  return `{"Entries":[${entry(options)}#foreach($one in [2..$refused]),${entry(options, 'refused')}#end]}`;
}
